import { NumberInput, type NumberInputProps } from '@mantine/core'

const whole = { allowDecimal: false, thousandSeparator: '.', decimalSeparator: ',', hideControls: true } as const

/** Whole đồng, written as people say them: `120.000 đ`. */
export const MoneyInput = (props: NumberInputProps) => (
  <NumberInput
    {...whole}
    inputMode="numeric"
    min={0}
    max={1_000_000_000}
    allowNegative={false}
    suffix=" đ"
    {...props}
  />
)

export const CountInput = (props: NumberInputProps) => (
  <NumberInput {...whole} inputMode="numeric" min={0} allowNegative={false} {...props} />
)

/** A multiplier, as `x1,5`. */
export const TimesInput = (props: NumberInputProps) => (
  <NumberInput
    prefix="x"
    decimalSeparator=","
    decimalScale={2}
    min={1}
    max={10}
    hideControls
    inputMode="decimal"
    {...props}
  />
)
