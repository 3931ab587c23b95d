import { describe, expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import { enter, openSheets, people, sold, workbook } from './support/sheets.ts'

describe('export', () => {
  const files = ['customers', 'visits', 'orders', 'points', 'feedback', 'messages']
  test('is the owner’s alone, written down, and safe to open', async () => {
    const shop = await openSheets()
    await enter(shop, 'Tên,Điện thoại,Ghi chú\n"=cmd|\' /C calc\'!A0",0912345678,"@x, ""y"""', 'customers')
    await enter(shop, sold(3), 'sales')
    for (const file of files) {
      expect((await (await shop.staff('manager'))('GET', `/export/${file}.csv`)).status).toBe(403)
      const { status, body, headers } = await shop.owner('GET', `/export/${file}.csv`)
      expect([file, status, headers.get('content-type')]).toEqual([file, 200, 'text/csv; charset=utf-8'])
      expect(body.split('\r\n')[0]).toMatch(/Điện thoại/)
    }
    const { body } = await shop.owner('GET', '/export/customers.csv')
    expect(body).toContain(`'=cmd|' /C calc'!A0,0912345678`)
    expect(body).toContain('"\'@x, ""y"""')
    const acts = (await shop.owner('GET', '/audit')).body.entries.filter(({ act }: { act: string }) => act === 'export')
    expect(acts).toHaveLength(7)
    expect((await shop.owner('GET', '/export/secrets.csv')).status).toBe(400)
  })

  test('of many rows comes whole, and what was exported comes in again as what is there already', async () => {
    const shop = await openSheets()
    await enter(shop, people(1203), 'customers')
    const { body } = await shop.owner('GET', '/export/customers.csv')
    expect(body.trim().split('\r\n')).toHaveLength(1204)
    expect(await enter(shop, body, 'customers')).toMatchObject({ counts: { known: 1203 } })
  })

  test('of somebody whom a workbook brought, with the fields of the shop', async () => {
    const shop = await openSheets()
    const field = newId()
    await shop.shop.write((tx) =>
      tx.run(
        `INSERT INTO profile_fields (id, "group", name, kind, purpose, position) VALUES ('${field}', 'tastes', 'Email', 'text', 'Để gửi hoá đơn', 1)` as never,
      ),
    )
    const done = await enter(
      shop,
      workbook([
        ['Họ tên', 'Số điện thoại', 'Email'],
        ['An', '0912345678', 'an@x.vn'],
      ]),
      'customers',
    )
    expect(done.columns).toMatchObject({ [`field:${field}`]: 2 })
    const { body } = await shop.owner('GET', '/export/customers.csv')
    expect(body.trim().split('\r\n')[1]).toMatch(/an@x\.vn$/)
    await shop.owner('POST', `/batches/${done.id}/undo`)
    await shop.rounds()
    expect((await shop.owner('GET', `/batches/${done.id}`)).body.counts).toMatchObject({ kept: 1 })
    expect((await shop.owner('GET', '/export/customers.csv')).body).not.toContain('an@x.vn')
  })
})
