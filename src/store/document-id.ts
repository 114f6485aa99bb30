/** A new id for a stored document. `crypto.randomUUID` is missing on pages served over plain http; this is not. */
export function freshDocumentId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
