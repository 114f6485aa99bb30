import type { TextSize, Theme } from './state.ts';

const THEME = 'nineboard/theme';
const TEXT_SIZE = 'nineboard/text-size';

/** Private windows may refuse storage, and reading it may throw: a preference is then forgotten, nothing else. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The choice holds until the page is closed.
  }
}

export function storedTheme(): Theme {
  const theme = read(THEME);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
export const storeTheme = (theme: Theme): void => write(THEME, theme);

export function storedTextSize(): TextSize {
  const size = Number(read(TEXT_SIZE));
  return size === 125 || size === 150 ? size : 100;
}
export const storeTextSize = (size: TextSize): void => write(TEXT_SIZE, String(size));
