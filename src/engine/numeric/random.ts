/** Numbers evenly drawn between 0 and 1, neither of them included. */
export type Random = () => number;

/** One step of a generator that makes four well mixed words out of any seed (Steele, Lea, Flood 2014, in 32 bits). */
function mixed(word: number): number {
  let z = word;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
}

/**
 * Random words of 32 bits, the same for the same state: xoshiro128**.
 *
 * Model: a linear generator of period 2¹²⁸ − 1 with a scrambled output. Units: whole numbers in [0, 2³²). Errors: none;
 * the state must not be all 0. Accuracy: the words of the published generator. Cost: a few 32-bit operations each.
 * Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators" (2018).
 *
 * @example randomWords(1, 2, 3, 4)() // => 11520
 */
export function randomWords(a: number, b: number, c: number, d: number): () => number {
  let [s0, s1, s2, s3] = [a, b, c, d];
  return () => {
    const times5 = Math.imul(s1, 5);
    const word = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    return word;
  };
}

/**
 * Random numbers that are the same for the same seed.
 *
 * Model: `randomWords`, seeded by a mix of the seed; 53 bits of two words. Units: in (0, 1), neither end ever. Errors:
 * none; any whole number seeds. Accuracy: of the generator. Cost: about 10 ns each. Source: as `randomWords`; G. Steele,
 * D. Lea, C. Flood, "Fast splittable pseudorandom number generators" (2014), for the seeding.
 *
 * @example randomFrom(7)() === randomFrom(7)() // => true
 */
export function randomFrom(seed: number): Random {
  const word = (place: number): number => mixed((seed + Math.imul(place, 0x9e3779b9)) | 0);
  const next = randomWords(word(1), word(2), word(3), word(4) | 1);
  return () => ((next() >>> 5) * 0x4000000 + (next() >>> 6) + 0.5) / 2 ** 53;
}
