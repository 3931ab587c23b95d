import type { Asked, Length } from '../../../../shared/figures.ts'
import { addDays } from '../../../../shared/time.ts'
import { useAddress } from '../../parts/address.ts'
import { useFormats } from '../../parts/formats.ts'

export const lengths = ['7', '30', '90', '365'] as const satisfies `${Length}`[]
export const comparisons = ['before', 'last_year', 'last_lunar_year'] as const satisfies Asked['against'][]

const oneOf = <Choice extends string>(choices: readonly Choice[], said: string, otherwise: Choice) =>
  choices.find((choice) => choice === said) ?? otherwise

/** Which days are asked for, and against which others, as the address says; up to and with yesterday else. */
export function useAsked() {
  const { get, set } = useAddress()
  const { today } = useFormats()
  const said = get('until')
  const until = /^20\d\d-\d\d-\d\d$/.test(said) && !Number.isNaN(Date.parse(said)) ? said : addDays(today, -1)
  const length = oneOf(lengths, get('length'), '30')
  const against = oneOf(comparisons, get('against'), 'before')
  const from = addDays(until, 1 - Number(length))
  return {
    ...{ length, until, from, against },
    query: { length, until, against },
    /** The same days in a link to another page of figures. */
    search: new URLSearchParams({ length, until, against }).toString(),
    set: (changes: Record<string, string | undefined>) => set({ offset: undefined, ...changes }, true),
  }
}
