/** @jsxImportSource preact */
import './moods.css'
import { useState } from 'preact/hooks'
import { loadMood, type Mood, type PhoneState, setMood } from './api.ts'
import { Future } from './future.tsx'
import { ailmentWords, hostWords, paymentWords, receiptWords, refundWords, switchWords } from './mood-words.ts'

/** How Zalo feels, in words a person understands; folded away until somebody wants trouble. */
export function Moods({ state, onDone }: { state: PhoneState; onDone: () => Promise<void> }) {
  const [mood, show] = useState<Mood>()
  const [problem, setProblem] = useState('')
  const load = async () => show(await loadMood())
  const change = async (part: object) => {
    const next = await setMood(part)
    setProblem(next ? '' : 'Chưa đổi được, vui lòng xem lại giá trị.')
    if (next) show(next)
  }

  return (
    <details class="moods" onToggle={(event) => event.currentTarget.open && load()}>
      <summary>Tâm trạng của Zalo</summary>
      {problem && <p role="alert">{problem}</p>}
      {mood && (
        <>
          <Channels mood={mood} onChange={change} />
          <Habits mood={mood} onChange={change} />
        </>
      )}
      <Future state={state} onDone={onDone} />
    </details>
  )
}

interface Props {
  mood: Mood
  onChange: (part: object) => void
}

function Channels({ mood, onChange }: Props) {
  return (
    <fieldset>
      <legend>Từng máy chủ của Zalo</legend>
      {hostWords.map(([host, name]) => {
        const now = mood.channels[host]
        const isNumber = typeof now === 'number'
        return (
          <label key={host}>
            {name}
            <select
              value={String(now ?? '')}
              onChange={({ currentTarget: { value } }) => onChange({ channels: { [host]: value || null } })}
            >
              {isNumber && <option value={now}>Báo lỗi {now}</option>}
              {ailmentWords.map(([ailment, words]) => (
                <option key={ailment} value={ailment}>
                  {words}
                </option>
              ))}
            </select>
          </label>
        )
      })}
    </fieldset>
  )
}

function Habits({ mood, onChange }: Props) {
  return (
    <fieldset>
      <legend>Thói quen của Zalo</legend>
      <label>
        Báo tin đã nhận
        <select value={mood.receipts} onChange={({ currentTarget }) => onChange({ receipts: currentTarget.value })}>
          {receiptWords.map(([receipts, words]) => (
            <option key={receipts} value={receipts}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        Báo đã thanh toán
        <select value={mood.payments} onChange={({ currentTarget }) => onChange({ payments: currentTarget.value })}>
          {paymentWords.map(([payments, words]) => (
            <option key={payments} value={payments}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        Hoàn tiền
        <select
          value={mood.refunds}
          onChange={({ currentTarget }) => onChange({ refunds: Number(currentTarget.value) })}
        >
          {refundWords.map(([refunds, words]) => (
            <option key={refunds} value={refunds}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {switchWords.map(([name, words]) => (
        <label key={name} class="check">
          <input
            type="checkbox"
            checked={mood[name]}
            onChange={({ currentTarget }) => onChange({ [name]: currentTarget.checked })}
          />
          {words}
        </label>
      ))}
      <Amount name="tokenLifeSeconds" words="Khóa truy cập sống (giây)" mood={mood} onChange={onChange} />
      <Amount name="latencyMs" words="Trả lời chậm (mili giây)" mood={mood} onChange={onChange} />
    </fieldset>
  )
}

function Amount({ name, words, mood, onChange }: Props & { name: 'tokenLifeSeconds' | 'latencyMs'; words: string }) {
  return (
    <label>
      {words}
      <input
        type="number"
        min={name === 'latencyMs' ? 0 : 1}
        value={mood[name]}
        onChange={({ currentTarget }) => onChange({ [name]: currentTarget.valueAsNumber })}
      />
    </label>
  )
}
