import { Input } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useId } from 'react'
import css from './day-input.module.css'
import { useFormats } from './formats.ts'

type Props = {
  value: string
  onChange: (day: string) => void
  label?: string
  'aria-label'?: string
  min?: string
  error?: string
}

/**
 * A local date, `YYYY-MM-DD`: shown as the shop writes days, chosen in the browser's own picker, which people know.
 * The browser would write it in its own language, so its field lies unseen above ours.
 */
export function DayInput({ value, onChange, label, min, error, ...aria }: Props) {
  const { fullDay } = useFormats()
  const id = useId()
  return (
    <Input.Wrapper className={css.root} id={id} label={label} error={error}>
      <div className={css.field}>
        <Input
          component="div"
          error={error}
          leftSection={<IconCalendar size={18} aria-hidden />}
          classNames={{ input: css.shown, section: css.icon }}
          aria-hidden
        >
          {fullDay(value)}
        </Input>
        <input
          id={id}
          {...aria}
          type="date"
          required
          value={value}
          min={min}
          aria-invalid={error ? true : undefined}
          onClick={(event) => event.currentTarget.showPicker()}
          onChange={(event) => event.currentTarget.value && onChange(event.currentTarget.value)}
        />
      </div>
    </Input.Wrapper>
  )
}
