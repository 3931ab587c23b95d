import { Button, Group, PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useWords } from '../../words/words.ts'

type Props = PasswordInputProps & {
  label: string
  isKept: boolean
  isCleared: boolean
  onClear: (clear: boolean) => void
}

/** A secret to be typed and never shown again; only whether there is one. */
export function SecretInput({ label, isKept, isCleared, onClear, ...rest }: Props) {
  const words = useWords()
  const said = isCleared ? words.zalo.cleared : isKept ? words.zalo.filled : words.zalo.empty
  return (
    <Group gap={8} align="flex-end" wrap="nowrap">
      <PasswordInput
        {...rest}
        label={label}
        description={said}
        autoComplete="new-password"
        disabled={isCleared}
        style={{ flex: 1 }}
      />
      {isKept && (
        <Button
          variant="default"
          aria-label={isCleared ? undefined : words.zalo.clear(label)}
          onClick={() => onClear(!isCleared)}
        >
          {isCleared ? words.zalo.keep : words.zalo.clearIt}
        </Button>
      )}
    </Group>
  )
}
