/** CRC-32 (IEEE 802.3, reflected) of a text of plain letters, as seven letters in base 36: finds any single damage. */
export function checksum(text: string): string {
  let crc = 0xffff_ffff;
  for (let at = 0; at < text.length; at++) {
    crc ^= text.charCodeAt(at) & 0xff;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
  }
  return ((crc ^ 0xffff_ffff) >>> 0).toString(36).padStart(7, '0');
}
