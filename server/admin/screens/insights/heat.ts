/** The shop's colour, never so strong that ink could not be read on it whatever that colour is. */
export const heat = (share: number) => ({
  backgroundColor: `color-mix(in srgb, var(--mantine-color-brand-6) ${Math.round(Math.min(1, share) * 45)}%, white)`,
})
