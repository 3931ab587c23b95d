/** Lets others have the processor: long work on a sheet does it every few milliseconds. */
export const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
