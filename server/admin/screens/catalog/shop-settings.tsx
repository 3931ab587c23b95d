import { ColorInput, TextInput } from '@mantine/core'
import { CountInput } from '../../parts/amounts.tsx'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import type { ShopSettings as Settings } from './answers.ts'
import { SettingsSection } from './settings-section.tsx'
import { useSettingsDraft } from './use-settings-draft.ts'

/** What the shop is, and how many points may be given by hand. */
export function ShopSettings({ settings }: { settings: Settings }) {
  const words = useWords().settings
  const { fields } = useWords()
  const { draft, busy, onSubmit } = useSettingsDraft(settings)
  return (
    <Form onSubmit={onSubmit} busy={busy}>
      <SettingsSection title={words.shop}>
        <TextInput label={words.shopName} maxLength={60} {...draft.text('name')} />
        <TextInput label={fields.phone} type="tel" {...draft.text('phone')} />
        <TextInput label={words.address} maxLength={160} {...draft.text('address')} />
        <ColorInput
          label={words.brandColor}
          description={words.brandHint}
          format="hex"
          withEyeDropper={false}
          swatches={['#0F766E', '#1D4ED8', '#9D174D', '#B45309', '#6D28D9', '#334155']}
          {...draft.text('brandColor')}
        />
      </SettingsSection>
      <SettingsSection title={words.points}>
        <CountInput
          label={words.adjustmentLimit}
          description={words.adjustmentLimitHint}
          {...draft.number('adjustmentLimitPoints')}
        />
      </SettingsSection>
    </Form>
  )
}
