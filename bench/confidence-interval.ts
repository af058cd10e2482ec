export type Interval = { readonly low: number; readonly high: number };

/** How many standard deviations to each side of the mean hold 95% of a normal distribution. */
const deviations = 1.959964;

/**
 * The 95% confidence interval (Wilson's score interval) of a share that was seen `count` times in `total` trials. It
 * stays within 0 and 1 and says something for shares of exactly 0 or 1 too, which the plain normal interval does not.
 */
export function wilsonInterval(count: number, total: number): Interval {
  if (total === 0) return { low: 0, high: 1 };
  const share = count / total;
  const square = deviations ** 2;
  const centre = share + square / (2 * total);
  const margin = deviations * Math.sqrt((share * (1 - share)) / total + square / (4 * total ** 2));
  const scale = 1 + square / total;
  return { low: Math.max(0, (centre - margin) / scale), high: Math.min(1, (centre + margin) / scale) };
}
