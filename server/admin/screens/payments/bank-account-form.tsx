import { Select, TextInput } from '@mantine/core'
import { banks } from '../../../../shared/banks.ts'
import type { BankAccount } from '../../../../shared/payments.ts'
import type { Bank } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { Section } from './section.tsx'

const choices = Object.entries(banks)
  .map(([value, label]) => ({ value, label }))
  .sort((a, b) => a.label.localeCompare(b.label))

export function BankAccountForm({ account }: { account: Bank['account'] }) {
  const { bank: words } = useWords()
  const save = useAct((json: BankAccount) => answerOf(api.bank.$put({ json })), {
    said: ({ bank, accountNo }) => words.saved(bank, accountNo),
    done: ({ holder }) => draft.set('holder', holder),
  })
  const draft = useDraft<BankAccount>(
    { bin: account?.bin ?? '', accountNo: account?.accountNo ?? '', holder: account?.holder ?? '' },
    save.error,
  )
  const { bin, accountNo, holder } = draft.values
  const isWrong = accountNo !== '' && !/^[0-9A-Za-z]{6,19}$/.test(accountNo)
  return (
    <Section title={words.account} hint={words.accountHint}>
      <Form
        onSubmit={() => save.mutate(draft.values)}
        busy={save.isPending}
        blocked={!bin || !accountNo || isWrong || !holder.trim()}
      >
        <Select
          label={words.bank}
          placeholder={words.choose}
          data={choices}
          searchable
          allowDeselect={false}
          value={bin || null}
          onChange={(chosen) => draft.set('bin', chosen ?? '')}
          error={draft.errorOf('bin')}
        />
        <TextInput
          label={words.accountNo}
          maxLength={19}
          autoComplete="off"
          {...draft.text('accountNo')}
          error={draft.errorOf('accountNo') ?? (isWrong ? words.accountNoWrong : undefined)}
        />
        <TextInput label={words.holder} description={words.holderHint} maxLength={60} {...draft.text('holder')} />
      </Form>
    </Section>
  )
}
