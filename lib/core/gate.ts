/** Work on several things at once, within a bound. */

/** Does the work as soon as there is room for its weight, in the order in which it was asked. */
export type Gate = <R>(weight: number, work: () => Promise<R>) => Promise<R>;

/** A gate: the weights of what runs at the same time sum to `most` at most; what is heavier than that runs alone. */
export function gateOf(most: number): Gate {
  let load = 0;
  const waiting: { readonly weight: number; readonly enter: () => void }[] = [];
  const admit = (): void => {
    for (let [first] = waiting; first && load + first.weight <= most; [first] = waiting) {
      waiting.shift();
      load += first.weight;
      first.enter();
    }
  };
  return async (wanted, work) => {
    const weight = Math.min(wanted, most);
    await new Promise<void>((enter) => {
      waiting.push({ weight, enter });
      admit();
    });
    try {
      return await work();
    } finally {
      load -= weight;
      admit();
    }
  };
}
