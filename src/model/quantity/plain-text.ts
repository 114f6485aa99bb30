/** Spaces of every width, the minus and multiplication signs of typesetters and both letters mu, as ASCII. */
export const plainText = (text: string): string =>
  /^[ -~]*$/.test(text)
    ? text.trim()
    : text
        .replaceAll(/[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g, ' ')
        .replaceAll(/[\u2212\u2012\u2013]/g, '-')
        .replaceAll(/[\u00d7\u00b7\u22c5]/g, '*')
        .replaceAll('\u00f7', '/')
        .replaceAll(/[\u00b5\u03bc](?=s)/g, 'u')
        .trim();
