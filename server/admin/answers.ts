import type { InferResponseType } from 'hono/client'
import type { api } from './api.ts'

/** The names of what the server answers; the shapes are the server's own. */
type Api = typeof api

export type Session = NonNullable<InferResponseType<Api['session']['$get'], 200>>
export type Today = InferResponseType<Api['today']['$get'], 200>
export type Visit = Today['bookings'][number]
export type CalendarDays = InferResponseType<Api['calendar']['$get'], 200>
export type QueuePlace = InferResponseType<Api['queue']['$get'], 200>[number]
export type WaitlistEntry = InferResponseType<Api['waitlist']['$get'], 200>['entries'][number]
export type Service = InferResponseType<Api['services']['$get'], 200>[number]
export type StaffMember = InferResponseType<Api['staff-members']['$get'], 200>[number]
export type Hours = InferResponseType<Api['hours']['$get'], 200>
export type Interval = Hours['shop'][number]
export type DayOff = Hours['daysOff'][number]
export type CustomerFile = InferResponseType<(typeof api.customers)[':id']['$get'], 200>
export type CustomerRow = InferResponseType<Api['customers']['$get'], 200>['customers'][number]
export type Adjustment = InferResponseType<Api['adjustments']['$get'], 200>[number]
export type HeldLot = InferResponseType<Api['held']['$get'], 200>[number]
export type SpentRefund = InferResponseType<Api['held']['refunds']['$get'], 200>[number]
export type Offer = InferResponseType<Api['offers']['$get'], 200>[number]
export type Voucher = CustomerFile['vouchers'][number]
export type StampCard = InferResponseType<Api['stamp-cards']['$get'], 200>[number]
export type PackagePlan = InferResponseType<Api['package-plans']['$get'], 200>[number]
export type Wallets = InferResponseType<(typeof api.customers)[':id']['wallets']['$get'], 200>
export type SoldPackage = Wallets['packages'][number]
export type Programme = InferResponseType<Api['programme']['$get'], 200>
export type Explanation = InferResponseType<(typeof api.customers)[':id']['points'][':entryId']['$get'], 200>
export type Feedback = InferResponseType<Api['feedback']['$get'], 200>['feedback'][number]
export type Message = InferResponseType<Api['messages']['$get'], 200>['messages'][number]
export type Account = InferResponseType<Api['accounts']['$get'], 200>[number]
export type AuditEntry = InferResponseType<Api['audit']['$get'], 200>['entries'][number]
export type Connection = InferResponseType<Api['zalo']['$get'], 200>
export type PieceStanding = InferResponseType<Api['zalo']['standing']['$get'], 200>[number]
export type WebhookEvent = InferResponseType<Api['zalo']['strange-events']['$get'], 200>['strange'][number]
export type IntentTemplate = InferResponseType<Api['intents']['$get'], 200>[number]
export type Template = InferResponseType<Api['templates']['$get'], 200>['templates'][number]
export type TemplateDetail = InferResponseType<(typeof api.templates)[':id']['$get'], 200>
export type Trigger = InferResponseType<Api['triggers']['$get'], 200>['triggers'][number]
export type Messaging = InferResponseType<Api['triggers']['$get'], 200>['messaging']
export type MessageCost = InferResponseType<(typeof api)['message-costs']['$get'], 200>['rows'][number]
export type CalendarFeed = InferResponseType<(typeof api)['calendar-feeds']['$get'], 200>[number]
export type OaMessage = InferResponseType<(typeof api)['oa-messages']['$get'], 200>[number]
export type Import = InferResponseType<Api['imports']['$get'], 200>[number]
export type ImportPreview = InferResponseType<Api['imports']['preview']['$post'], 200>
export type Money = InferResponseType<Api['money']['$get'], 200>
export type BankNotice = Money['notices'][number]
export type Payback = InferResponseType<Api['paybacks']['$get'], 200>['paybacks'][number]
export type HeldCheckout = InferResponseType<Api['paybacks']['$get'], 200>['held'][number]
export type Difference = InferResponseType<Api['money']['differences']['$get'], 200>['differences'][number]
export type OpenTransfer = Money['transfers'][number]
export type Closing = InferResponseType<Api['closings']['$get'], 200>[number]
export type Bank = InferResponseType<Api['bank']['$get'], 200>
export type Case = InferResponseType<Api['cases']['$get'], 200>[number]
export type Transfer = InferResponseType<(typeof api.payments)[':id']['$get'], 200>
