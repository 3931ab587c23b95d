/** @jsxImportSource preact */
import type { Choice, Permission } from '../fake-host/person.ts'

const permissions: Record<Permission, string> = {
  phone: 'Số điện thoại',
  userInfo: 'Tên và ảnh',
  follow: 'Quan tâm cửa hàng',
}
const choices: Record<Choice, string> = {
  ask: 'Hỏi mỗi lần',
  grant: 'Cho phép ngay',
  deny: 'Từ chối ngay',
  silent: 'Im lặng (Zalo bị treo)',
}

interface Props {
  answers: Record<Permission, Choice>
  onChange: (next: Record<Permission, Choice>) => void
  /** Absent when there is nothing to take back. */
  onRevoke: (() => void) | undefined
}

/** How the person answers when the Mini App asks for something. */
export function Permissions({ answers, onChange, onRevoke }: Props) {
  return (
    <fieldset>
      <legend>Khi Mini App xin quyền</legend>
      {Object.entries(permissions).map(([permission, name]) => (
        <label key={permission}>
          {name}
          <select
            value={answers[permission as Permission]}
            onChange={(event) => onChange({ ...answers, [permission]: event.currentTarget.value as Choice })}
          >
            {Object.entries(choices).map(([choice, words]) => (
              <option key={choice} value={choice}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ))}
      {onRevoke && (
        <button type="button" class="quiet" onClick={onRevoke}>
          Thu hồi quyền đã cho
        </button>
      )}
    </fieldset>
  )
}
