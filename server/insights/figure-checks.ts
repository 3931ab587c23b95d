/** What does not stand in both, of two lists of rows that should be the same. */
const unlike = (kept: string, told: string, id: string) =>
  `SELECT ${id} AS wrong FROM (SELECT * FROM (${kept} EXCEPT ${told}) UNION ALL SELECT * FROM (${told} EXCEPT ${kept}))`
const facts =
  'id, kind, customer_id, person_id, day, hour, service_id, gross_vnd, discount_vnd, points_vnd, net_vnd, services_vnd'
const visits = `SELECT person_id, day, count(*) AS purchases, sum(gross_vnd) AS gross_vnd, sum(discount_vnd) AS discount_vnd, sum(net_vnd) AS net_vnd,
  max(service_id) AS service_id FROM purchase_sources WHERE person_id IS NOT NULL GROUP BY person_id, day`
const linked = `SELECT *, lag(day) OVER who AS prev_day, lead(day) OVER who AS next_day FROM (${visits}) WINDOW who AS (PARTITION BY person_id ORDER BY day)`
const monthOf = (day: string) =>
  `(strftime('%Y', ${day} * 86400, 'unixepoch') * 12 + strftime('%m', ${day} * 86400, 'unixepoch') - 1)`
const firsts = `SELECT person_id, min(day) AS first_day, max(day) AS last_day FROM (${visits}) GROUP BY person_id`
const localDay = (at: string) =>
  `(${at} + (SELECT offset_ms FROM zone_offsets z WHERE z.from_at <= ${at} ORDER BY z.from_at DESC LIMIT 1)) / 86400000`
const sums = (columns: string) =>
  columns
    .split(', ')
    .map((column) => `sum(${column})`)
    .join(', ')
const perDay = 'purchases, nameless, gross_vnd, discount_vnd, points_vnd, net_vnd, services_vnd, known_vnd'
const perPerson = `person_id, first_day, second_day, last_day, visits, purchases, gross_vnd, discount_vnd, net_vnd, service_id, median_gap, expected_on,
  late_on, active_until, lapses_on`

/** Figures that are kept are those that follow from the visits and sales as they stand. */
export const figureChecks: Record<string, string> = {
  'each purchase counts as it was': unlike(
    `SELECT ${facts} FROM purchase_facts`,
    `SELECT ${facts} FROM purchase_sources`,
    'id',
  ),
  'a visit is all of its day': unlike(
    'SELECT person_id, day, purchases, gross_vnd, discount_vnd, net_vnd, service_id, prev_day, next_day FROM visit_days',
    linked,
    "person_id || ' ' || day",
  ),
  'days add up': unlike(
    `SELECT day, ${perDay} FROM day_figures WHERE purchases <> 0`,
    `SELECT day, count(*), sum(person_id IS NULL), ${sums('gross_vnd, discount_vnd, points_vnd, net_vnd, services_vnd')}, sum(iif(person_id IS NULL, 0, net_vnd)) FROM purchase_sources GROUP BY day`,
    'day',
  ),
  'a day without purchases has no figures': `SELECT day AS wrong FROM day_figures WHERE purchases = 0
    AND (nameless <> 0 OR visits <> 0 OR gross_vnd <> 0 OR discount_vnd <> 0 OR points_vnd <> 0 OR net_vnd <> 0 OR services_vnd <> 0)`,
  'visits of days add up': unlike(
    'SELECT day, visits FROM day_figures WHERE visits <> 0',
    `SELECT day, count(*) FROM (${visits}) GROUP BY day`,
    'day',
  ),
  'hours add up': unlike(
    'SELECT day, hour, purchases FROM hour_figures WHERE purchases <> 0',
    'SELECT day, hour, count(*) FROM purchase_sources GROUP BY day, hour',
    "day || ' ' || hour",
  ),
  'windows add up': unlike(
    'SELECT length, day, active, twice, retained FROM window_deltas WHERE active <> 0 OR twice <> 0 OR retained <> 0',
    `SELECT * FROM (SELECT length, at, sum(active) AS active, sum(twice) AS twice, sum(retained) AS retained FROM window_shares GROUP BY length, at)
      WHERE active <> 0 OR twice <> 0 OR retained <> 0`,
    "length || ' ' || day",
  ),
  'who is active and who has left adds up': unlike(
    'SELECT day, active, lapsed, leaving FROM standing_deltas WHERE active <> 0 OR lapsed <> 0 OR leaving <> 0',
    `SELECT * FROM (SELECT at, sum(active) AS active, sum(lapsed) AS lapsed, sum(leaving) AS leaving FROM standing_shares GROUP BY at)
      WHERE active <> 0 OR lapsed <> 0 OR leaving <> 0`,
    'day',
  ),
  'customers are their visits': unlike(
    `SELECT ${perPerson} FROM customer_figures`,
    `SELECT ${perPerson} FROM customer_sums`,
    'person_id',
  ),
  'first days add up': unlike(
    'SELECT day, customers, within_30, within_45, within_60, within_90 FROM first_days WHERE customers <> 0',
    `SELECT first_day, count(*), ${[30, 45, 60, 90].map((days) => `sum(coalesce(second_day - first_day <= ${days}, 0))`).join(', ')}
      FROM (SELECT f.first_day, (SELECT min(v.day) FROM purchase_facts v WHERE v.person_id = f.person_id AND v.day > f.first_day) AS second_day FROM (${firsts}) f)
      GROUP BY first_day`,
    'day',
  ),
  'cohorts add up': unlike(
    'SELECT first_month, month, customers, net_vnd FROM cohort_cells WHERE customers <> 0 OR net_vnd <> 0',
    `SELECT ${monthOf('f.first_day')}, ${monthOf('v.day')}, count(DISTINCT v.person_id), sum(v.net_vnd) FROM (${visits}) v JOIN (${firsts}) f ON f.person_id = v.person_id GROUP BY 1, 2`,
    "first_month || ' ' || month",
  ),
  'last months add up': unlike(
    'SELECT first_month, last_month, customers FROM cohort_lasts WHERE customers <> 0',
    `SELECT ${monthOf('first_day')}, ${monthOf('last_day')}, count(*) FROM (${firsts}) GROUP BY 1, 2`,
    "first_month || ' ' || last_month",
  ),
  'gaps add up': unlike(
    'SELECT service_id, gap, times FROM gap_counts WHERE times <> 0',
    `SELECT service_id, next_day - day, count(*) FROM (${linked}) WHERE next_day IS NOT NULL GROUP BY 1, 2`,
    "service_id || ' ' || gap",
  ),
  'points of days add up': unlike(
    'SELECT day, issued, returned, corrected, taken_back, spent, lapsed FROM point_days',
    `SELECT ${localDay('e.at')}, sum(iif(p.account = 'issued', -p.amount, 0)), sum(iif(p.account = 'spent' AND p.amount < 0, -p.amount, 0)),
      sum(iif(p.account = 'corrected', -p.amount, 0)), sum(iif(p.account = 'taken_back', p.amount, 0)),
      sum(iif(p.account = 'spent' AND p.amount > 0, p.amount, 0)), sum(iif(p.account = 'lapsed', p.amount, 0))
      FROM ledger_entries e JOIN postings p ON p.entry_id = e.id WHERE e.wallet = 'points' AND p.lot_id IS NULL AND p.account <> 'owed' GROUP BY 1`,
    'day',
  ),
  'messages of days add up': unlike(
    'SELECT day, intent, sent, delivered, seen, clicked, cost_vnd FROM message_days WHERE sent <> 0',
    `SELECT ${localDay('m.sent_at')}, m.intent, count(*), sum(m.delivered_at IS NOT NULL), sum(m.seen_at IS NOT NULL OR m.clicked_at IS NOT NULL),
      sum(m.clicked_at IS NOT NULL), sum(m.cost_vnd) FROM outbox m WHERE m.sent_at IS NOT NULL GROUP BY 1, 2`,
    "day || ' ' || intent",
  ),
  'vouchers of days add up': unlike(
    'SELECT day, gifts_vnd, gifts_by_points_vnd, discounts_by_points_vnd, points FROM voucher_days WHERE gifts_vnd <> 0 OR discounts_by_points_vnd <> 0 OR points <> 0',
    `SELECT * FROM (SELECT ${localDay('v.ended_at')} AS day, sum(iif(o.kind = 'gift', v.cost_vnd, 0)) AS gifts_vnd, sum(iif(o.kind = 'gift' AND v.points > 0, v.cost_vnd, 0)),
      sum(iif(o.kind <> 'gift' AND v.points > 0, v.cost_vnd, 0)) AS cut_vnd, sum(v.points) AS points FROM vouchers v JOIN offers o ON o.id = v.offer_id WHERE v.state = 'used' GROUP BY 1)
      WHERE gifts_vnd <> 0 OR cut_vnd <> 0 OR points <> 0`,
    'day',
  ),
}
