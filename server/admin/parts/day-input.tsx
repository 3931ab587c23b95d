import { TextInput, type TextInputProps } from '@mantine/core'

type Props = Omit<TextInputProps, 'value' | 'onChange'> & { value: string; onChange: (day: string) => void }

/** A local date, `YYYY-MM-DD`; the browser's own picker, which people's thumbs know. */
export const DayInput = ({ onChange, ...rest }: Props) => (
  <TextInput type="date" {...rest} onChange={(event) => onChange(event.currentTarget.value)} />
)
