/** Saves text through the browser's download. */
export const saveText = (name: string, text: string, type = 'text/plain'): void =>
  saveBlob(name, new Blob([text], { type }));

/** A busy browser may take its time to begin with a download; until then its address has to hold. */
const FETCHED_MILLISECONDS = 40_000;

/** Saves bytes through the browser's download. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), FETCHED_MILLISECONDS);
}

/** Lets one file be chosen; null when the dialog was closed without one. */
export function chooseFile(accept = '.json,application/json,.xml,application/xml,text/xml'): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.hidden = true;
    const choose = (): void => {
      input.remove();
      resolve(input.files?.[0] ?? null);
    };
    input.addEventListener('change', choose, { once: true });
    input.addEventListener('cancel', choose, { once: true });
    // In the page until then: what nothing refers to may be cleared away, and with it what is chosen.
    document.body.append(input);
    input.click();
  });
}
