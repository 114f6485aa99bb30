const SIZE = 2 ** 20;

/** The discrete Fourier transform in place, or its inverse times the size, of a power of two of complex numbers. */
function transform(real: Float64Array, imaginary: Float64Array, sign: 1 | -1): void {
  const size = real.length;
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [real[i], real[j]] = [real[j]!, real[i]!];
      [imaginary[i], imaginary[j]] = [imaginary[j]!, imaginary[i]!];
    }
  }
  for (let half = 1; half < size; half *= 2) {
    for (let k = 0; k < half; k++) {
      const angle = (sign * Math.PI * k) / half;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      for (let i = k; i < size; i += 2 * half) {
        const j = i + half;
        const [re, im] = [real[j]! * cos - imaginary[j]! * sin, real[j]! * sin + imaginary[j]! * cos];
        real[j] = real[i]! - re;
        imaginary[j] = imaginary[i]! - im;
        real[i] = real[i]! + re;
        imaginary[i] = imaginary[i]! + im;
      }
    }
  }
}

/** The normal distribution's upper tail, by its continued fraction or its series; slow and plain. */
function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  if (z > 4) {
    let below = z;
    for (let n = 60; n > 0; n--) below = z + n / below;
    return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / below;
  }
  let term = z;
  let sum = z;
  for (let n = 1; n < 200; n++) {
    term *= (z * z) / (2 * n + 1);
    sum += term;
  }
  return 0.5 - (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/** The quantiles of a sum of independent lognormals of the same kind: masses on even steps, transformed, to their power, and back. */
export function lognormalSum(median: number, sigma: number, count: number): (share: number) => number {
  const step = (median * Math.max(60, Math.exp(6.5 * sigma))) / SIZE;
  const real = new Float64Array(SIZE);
  const imaginary = new Float64Array(SIZE);
  let before = 1;
  for (let place = 0; place < SIZE; place++) {
    const after = normalTail(Math.log(((place + 0.5) * step) / median) / sigma);
    real[place] = before - after;
    before = after;
  }
  transform(real, imaginary, 1);
  for (let place = 0; place < SIZE; place++) {
    const size = Math.hypot(real[place]!, imaginary[place]!) ** count / SIZE;
    const angle = count * Math.atan2(imaginary[place]!, real[place]!);
    real[place] = size * Math.cos(angle);
    imaginary[place] = size * Math.sin(angle);
  }
  transform(real, imaginary, -1);
  return (share) => {
    let beyond = 0;
    let place = SIZE;
    while (beyond + real[place - 1]! < 1 - share) beyond += real[--place]!;
    return (place - 0.5 - (1 - share - beyond) / real[place - 1]!) * step;
  };
}
