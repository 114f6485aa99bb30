const KEY = 'nineboard/document';

/** Which document to open next time: this tab's own for a reload, else the last one of any tab. */
export function rememberDocument(id: string): void {
  for (const storage of storages()) {
    try {
      storage.setItem(KEY, id);
    } catch {
      // Then the most recent one in the list is opened.
    }
  }
}

export function rememberedDocument(): string | null {
  for (const storage of storages()) {
    const id = storage.getItem(KEY);
    if (id !== null) return id;
  }
  return null;
}

/** Both storages of the page, where it may use them; reading the property alone may throw. */
function storages(): Storage[] {
  try {
    return [sessionStorage, localStorage];
  } catch {
    return [];
  }
}
