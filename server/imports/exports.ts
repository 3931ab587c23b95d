import { type SQL, sql } from 'drizzle-orm'
import type { ExportFile } from '../../shared/batches.ts'
import type { Reader } from '../database.ts'
import { fieldsOf } from './batches.ts'

export type Cell = string | number | null
type Kind = 'text' | 'at' | 'day' | 'phone'
type Column = { title: string; value: SQL; kind: Kind }
/** `from` names the table that is paged through `t`. */
type Export = { from: string; columns: Column[] }

const column = (title: string, value: string, kind: Kind = 'text'): Column => ({ title, value: sql.raw(value), kind })
const who = [column('Tên khách hàng', 'c.name'), column('Điện thoại', 'c.phone', 'phone')]

/** What each file holds; titles are such that the importer knows them again. */
const files: Record<ExportFile, Export> = {
  'customers.csv': {
    from: 'customers t LEFT JOIN customer_figures f ON f.person_id = t.id',
    columns: [
      ...[column('Tên khách hàng', 't.name'), column('Điện thoại', 't.phone', 'phone')],
      column(
        'Ngày sinh',
        "substr(t.birth_day, 4) || '/' || substr(t.birth_day, 1, 2) || coalesce('/' || t.birth_year, '')",
      ),
      column('Nhóm khách hàng', "(SELECT group_concat(tag, '; ') FROM customer_tags g WHERE g.customer_id = t.id)"),
      column('Ghi chú', 't.note'),
      column(
        'Đồng ý',
        `(SELECT group_concat(purpose || iif(granted, '', ' (đã rút)'), '; ') FROM consents
          WHERE id IN (SELECT max(id) FROM consents WHERE customer_id = t.id GROUP BY purpose))`,
      ),
      ...[
        column('Số lượt', 'f.visits'),
        column('Lần đầu', 'f.first_day', 'day'),
        column('Lần cuối', 'f.last_day', 'day'),
      ],
      ...[column('Tổng bán', 'f.net_vnd'), column('Được giảm', 'f.discount_vnd')],
      column('Điểm', "(SELECT sum(active + owed) FROM wallets w WHERE w.customer_id = t.id AND w.wallet = 'points')"),
      ...[column('Là một với', 't.merged_into'), column('Từ lúc', 't.created_at', 'at'), column('Mã', 't.id')],
    ],
  },
  'visits.csv': {
    from: 'bookings t LEFT JOIN customers c ON c.id = t.customer_id JOIN staff_members s ON s.id = t.staff_id',
    columns: [
      ...[column('Bắt đầu', 't.starts_at', 'at'), column('Kết thúc', 't.ends_at', 'at'), ...who],
      ...[column('Dịch vụ', 't.service_name'), column('Người làm', 's.name'), column('Trạng thái', 't.status')],
      ...[
        column('Giá', 't.price_vnd'),
        column('Giảm giá', 't.discount_vnd'),
        column('Trả bằng điểm', 't.covered_by_points_vnd'),
      ],
      ...[column('Nguồn', 't.source'), column('Ghi chú', 't.note'), column('Mã', 't.id')],
    ],
  },
  'orders.csv': {
    from: 'order_lines t JOIN orders o ON o.id = t.order_id LEFT JOIN customers c ON c.id = o.customer_id',
    columns: [
      ...[column('Mã hóa đơn', 'coalesce(o.number, o.id)'), column('Thời gian', 'o.created_at', 'at'), ...who],
      ...[column('Tên hàng', 't.name'), column('Số lượng', 't.quantity'), column('Đơn giá', 't.unit_price_vnd')],
      ...[
        column('Giảm giá dòng', 't.off_vnd'),
        column('Đã trả lại', 't.returned'),
        column('Giảm giá', 'o.discount_vnd'),
      ],
      ...[column('Phí giao', 'o.shipping_vnd'), column('Trả bằng điểm', 'o.covered_by_points_vnd')],
      ...[
        column('Trạng thái', 'o.status'),
        column('Nguồn', 'o.source'),
        column('Máy bán', 'o.channel'),
        column('Mã', 'o.id'),
      ],
    ],
  },
  'points.csv': {
    from: 'ledger_entries t JOIN customers c ON c.id = t.customer_id',
    columns: [
      ...[
        column('Lúc', 't.at', 'at'),
        ...who,
        column('Ví', 't.wallet'),
        column('Việc', 't.kind'),
        column('Số', 't.units'),
      ],
      ...[column('Về', 't.about'), column('Bởi', 't.by'), column('Mã', 't.id')],
    ],
  },
  'feedback.csv': {
    from: 'feedback t JOIN customers c ON c.id = t.customer_id',
    columns: [
      ...[column('Lúc', 't.at', 'at'), ...who, column('Số sao', 't.rating'), column('Lời góp ý', 't.words')],
      ...[column('Lượt', 't.booking_id'), column('Mã', 't.id')],
    ],
  },
  'messages.csv': {
    from: 'outbox t JOIN customers c ON c.id = t.customer_id',
    columns: [
      ...[
        column('Viết lúc', 't.created_at', 'at'),
        ...who,
        column('Loại tin', 't.intent'),
        column('Trạng thái', 't.state'),
      ],
      ...[column('Đường', 't.route'), column('Gửi lúc', 't.sent_at', 'at'), column('Đến lúc', 't.delivered_at', 'at')],
      ...[column('Xem lúc', 't.seen_at', 'at'), column('Bấm lúc', 't.clicked_at', 'at'), column('Phí', 't.cost_vnd')],
      ...[column('Nội dung', 't.params'), column('Mã', 't.id')],
    ],
  },
}

/** With the shop's own fields of a profile as columns of their own. */
export async function exportsOf(db: Reader, file: ExportFile): Promise<Export> {
  const whole = files[file]
  if (file !== 'customers.csv') return whole
  const fields = (await fieldsOf(db)).map(
    ({ id, name }): Column => ({
      ...{ title: name, kind: 'text' },
      value: sql`(SELECT value FROM profile_values p WHERE p.customer_id = t.id AND p.field_id = ${id} ORDER BY p.id DESC LIMIT 1)`,
    }),
  )
  return { ...whole, columns: [...whole.columns, ...fields] }
}
