CREATE TABLE `ledger_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`wallet` text NOT NULL,
	`kind` text NOT NULL,
	`cause` text NOT NULL,
	`about` text NOT NULL,
	`programme_id` integer,
	`units` integer NOT NULL,
	`sum` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_once` ON `ledger_entries` (`cause`,`kind`,`wallet`);--> statement-breakpoint
CREATE INDEX `ledger_of` ON `ledger_entries` (`customer_id`,`wallet`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `ledger_about` ON `ledger_entries` (`about`);--> statement-breakpoint
CREATE TABLE `lots` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`wallet` text NOT NULL,
	`cause` text NOT NULL,
	`units` integer NOT NULL,
	`earned_at` integer NOT NULL,
	`active_from` integer,
	`expires_at` integer,
	`pending` integer DEFAULT 0 NOT NULL,
	`active` integer DEFAULT 0 NOT NULL,
	`reserved` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "lot_never_below_zero" CHECK("lots"."pending" >= 0 and "lots"."active" >= 0 and "lots"."reserved" >= 0),
	CONSTRAINT "lot_never_more_than_it_was" CHECK("lots"."pending" + "lots"."active" + "lots"."reserved" <= "lots"."units")
);
--> statement-breakpoint
CREATE INDEX `lots_to_spend` ON `lots` (`customer_id`,`wallet`,`expires_at`,`earned_at`) WHERE "lots"."active" > 0;--> statement-breakpoint
CREATE INDEX `lots_expiring` ON `lots` (`expires_at`) WHERE "lots"."active" > 0 and "lots"."expires_at" is not null;--> statement-breakpoint
CREATE INDEX `lots_pending` ON `lots` (`active_from`) WHERE "lots"."pending" > 0;--> statement-breakpoint
CREATE INDEX `lots_by_cause` ON `lots` (`cause`);--> statement-breakpoint
CREATE TABLE `postings` (
	`entry_id` text NOT NULL,
	`line` integer NOT NULL,
	`account` text NOT NULL,
	`lot_id` text,
	`amount` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `line`),
	FOREIGN KEY (`entry_id`) REFERENCES `ledger_entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "posting_moves_something" CHECK("postings"."amount" <> 0 and abs("postings"."amount") <= 1000000000000),
	CONSTRAINT "posting_of_lot" CHECK(("postings"."lot_id" is not null) = ("postings"."account" in ('pending', 'active', 'reserved')))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `postings_of_lot` ON `postings` (`lot_id`) WHERE "postings"."lot_id" is not null;--> statement-breakpoint
CREATE TABLE `programmes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`rules` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `visit_refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refund_of_something" CHECK("visit_refunds"."amount_vnd" > 0)
);
--> statement-breakpoint
CREATE INDEX `visit_refunds_of` ON `visit_refunds` (`booking_id`);--> statement-breakpoint
CREATE TABLE `wallets` (
	`customer_id` text NOT NULL,
	`wallet` text NOT NULL,
	`pending` integer DEFAULT 0 NOT NULL,
	`active` integer DEFAULT 0 NOT NULL,
	`reserved` integer DEFAULT 0 NOT NULL,
	`owed` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`customer_id`, `wallet`),
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "wallet_owes_or_not" CHECK("wallets"."owed" <= 0),
	CONSTRAINT "wallet_never_below_zero" CHECK("wallets"."pending" >= 0 and "wallets"."active" >= 0 and "wallets"."reserved" >= 0)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `offers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`kind` text NOT NULL,
	`amount_vnd` integer,
	`percent` integer,
	`most_vnd` integer,
	`service_id` text,
	`cost_vnd` integer DEFAULT 0 NOT NULL,
	`points_cost` integer DEFAULT 0 NOT NULL,
	`stock` integer,
	`per_person` integer,
	`budget_vnd` integer,
	`from_day` text,
	`to_day` text,
	`weekdays` text DEFAULT '[]' NOT NULL,
	`audience` text DEFAULT '{"kind":"everybody"}' NOT NULL,
	`valid_days` integer,
	`starts_after_days` integer DEFAULT 0 NOT NULL,
	`alone` integer DEFAULT true NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "offer_percent" CHECK("offers"."percent" is null or "offers"."percent" between 1 and 100),
	CONSTRAINT "offer_costs_no_less_than_nothing" CHECK("offers"."points_cost" >= 0 and "offers"."cost_vnd" >= 0)
);
--> statement-breakpoint
CREATE TABLE `vouchers` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`offer_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`state` text NOT NULL,
	`name` text NOT NULL,
	`points` integer DEFAULT 0 NOT NULL,
	`set_aside_vnd` integer DEFAULT 0 NOT NULL,
	`cost_vnd` integer,
	`booking_id` text,
	`issued_at` integer NOT NULL,
	`valid_from` integer NOT NULL,
	`expires_at` integer,
	`ended_at` integer,
	`by` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`offer_id`) REFERENCES `offers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vouchers_by_code` ON `vouchers` (`code`);--> statement-breakpoint
CREATE INDEX `vouchers_of` ON `vouchers` (`customer_id`,`issued_at`);--> statement-breakpoint
CREATE INDEX `vouchers_of_offer` ON `vouchers` (`offer_id`,`state`);--> statement-breakpoint
CREATE INDEX `vouchers_of_visit` ON `vouchers` (`booking_id`) WHERE "vouchers"."booking_id" is not null;--> statement-breakpoint
CREATE INDEX `vouchers_running_out` ON `vouchers` (`expires_at`) WHERE "vouchers"."state" = 'open' and "vouchers"."expires_at" is not null;--> statement-breakpoint
ALTER TABLE `customers` ADD `merged_into` text REFERENCES customers(id);--> statement-breakpoint
CREATE INDEX `customers_merged` ON `customers` (`merged_into`) WHERE "customers"."merged_into" is not null;
--> statement-breakpoint

-- What never changes: the books and the rules they followed.
CREATE TRIGGER ledger_entries_never_change BEFORE UPDATE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_entries_never_go BEFORE DELETE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER postings_never_change BEFORE UPDATE ON postings BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER postings_never_go BEFORE DELETE ON postings BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER programmes_never_change BEFORE UPDATE ON programmes BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER programmes_never_go BEFORE DELETE ON programmes BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER visit_refunds_never_change BEFORE UPDATE ON visit_refunds BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER visit_refunds_never_go BEFORE DELETE ON visit_refunds BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER lots_never_go BEFORE DELETE ON lots BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER lots_stay_what_they_are BEFORE UPDATE OF id, customer_id, wallet, cause, units, earned_at, active_from, expires_at ON lots
BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER lots_begin_empty BEFORE INSERT ON lots WHEN NEW.pending <> 0 OR NEW.active <> 0 OR NEW.reserved <> 0
BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER vouchers_never_go BEFORE DELETE ON vouchers BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER vouchers_end_once BEFORE UPDATE OF state ON vouchers WHEN NEW.state <> OLD.state AND NOT (OLD.state = 'open' OR (OLD.state = 'used' AND NEW.state = 'returned'))
BEGIN SELECT RAISE(ABORT, 'voucher_over'); END;
--> statement-breakpoint

-- What a lot and a wallet hold is the sum of their postings.
CREATE TRIGGER lots_open_a_wallet AFTER INSERT ON lots BEGIN
  INSERT INTO wallets (customer_id, wallet) VALUES (NEW.customer_id, NEW.wallet) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER postings_fill_lots AFTER INSERT ON postings WHEN NEW.lot_id IS NOT NULL BEGIN
  UPDATE lots SET pending = pending + iif(NEW.account = 'pending', NEW.amount, 0),
    active = active + iif(NEW.account = 'active', NEW.amount, 0),
    reserved = reserved + iif(NEW.account = 'reserved', NEW.amount, 0) WHERE id = NEW.lot_id;
  UPDATE wallets SET pending = pending + iif(NEW.account = 'pending', NEW.amount, 0),
    active = active + iif(NEW.account = 'active', NEW.amount, 0),
    reserved = reserved + iif(NEW.account = 'reserved', NEW.amount, 0)
  WHERE (customer_id, wallet) = (SELECT customer_id, wallet FROM lots WHERE id = NEW.lot_id);
END;
--> statement-breakpoint
CREATE TRIGGER postings_keep_debts AFTER INSERT ON postings WHEN NEW.account = 'owed' BEGIN
  UPDATE wallets SET owed = owed + NEW.amount
  WHERE (customer_id, wallet) = (SELECT customer_id, wallet FROM ledger_entries WHERE id = NEW.entry_id);
END;
--> statement-breakpoint

-- The rules so far: a point for so many đồng, for good.
INSERT INTO programmes (rules, by, at) SELECT json_object(
  'pointName', 'điểm', 'unitVnd', coalesce((SELECT points_unit_vnd FROM shop), 10000), 'pointsPerUnit', 1, 'leastVnd', 0,
  'visitPoints', 0, 'visitLeastVnd', 0, 'services', json('[]'), 'campaigns', json('[]'),
  'caps', json('{"visit":null,"day":null,"month":null}'), 'pendingDays', NULL, 'expiry', json('{"kind":"never"}'),
  'refunds', 'within_balance', 'asMoney', NULL,
  'tiers', json('{"by":"spend","window":"twelve_months","downgrade":"one_step","graceDays":30,"warnDays":30,"levels":[]}'),
  'terms', ''),
  'clock', 0;
--> statement-breakpoint

-- Points so far: what came in becomes lots, what went out takes from the oldest.
INSERT INTO lots (id, customer_id, wallet, cause, units, earned_at)
  SELECT id, customer_id, 'points', cause, points, at FROM points_entries WHERE points > 0;
--> statement-breakpoint
INSERT INTO ledger_entries (id, customer_id, wallet, kind, cause, about, programme_id, units, sum, by, at)
  SELECT p.id, p.customer_id, 'points', p.reason, p.cause, p.cause, iif(p.reason = 'earned', (SELECT max(id) FROM programmes), NULL),
    p.points, json_patch('{}', json_object('paidVnd', p.eligible_vnd, 'unitVnd', p.unit_vnd, 'base', iif(p.reason = 'earned', p.points, NULL),
      'what', r.reward_name, 'reason', a.note)),
    coalesce(r.by, a.by, b.status_by, 'clock'), p.at
  FROM points_entries p LEFT JOIN redemptions r ON r.id = p.cause LEFT JOIN adjustments a ON a.id = p.cause
    LEFT JOIN bookings b ON b.id = p.cause;
--> statement-breakpoint
INSERT INTO postings (entry_id, line, account, lot_id, amount)
  SELECT id, 0, iif(reason = 'earned', 'issued', 'corrected'), NULL, -points FROM points_entries WHERE points > 0
  UNION ALL SELECT id, 1, 'active', id, points FROM points_entries WHERE points > 0;
--> statement-breakpoint
INSERT INTO postings (entry_id, line, account, lot_id, amount)
  WITH came AS (SELECT id, customer_id, points, sum(points) OVER w AS upto FROM points_entries WHERE points > 0
      WINDOW w AS (PARTITION BY customer_id ORDER BY at, id)),
    went AS (SELECT id, customer_id, -points AS points, sum(-points) OVER w AS upto FROM points_entries WHERE points < 0
      WINDOW w AS (PARTITION BY customer_id ORDER BY at, id)),
    shares AS (SELECT went.id AS entry_id, came.id AS lot_id,
        min(went.upto, came.upto) - max(went.upto - went.points, came.upto - came.points) AS units
      FROM went JOIN came ON came.customer_id = went.customer_id AND came.upto > went.upto - went.points
        AND came.upto - came.points < went.upto)
  SELECT entry_id, row_number() OVER (PARTITION BY entry_id ORDER BY lot_id), 'active', lot_id, -units FROM shares
  UNION ALL SELECT id, 0, iif(reason = 'redeemed', 'spent', 'corrected'), NULL, -points FROM points_entries WHERE points < 0;
--> statement-breakpoint

-- Rewards and what was taken of them become offers and their vouchers.
INSERT INTO offers (id, name, kind, points_cost, state, created_at)
  SELECT id, name, 'gift', points_cost, iif(active, 'live', 'paused'), 0 FROM rewards;
--> statement-breakpoint
INSERT INTO vouchers (id, code, offer_id, customer_id, state, name, points, cost_vnd, issued_at, valid_from, ended_at, by)
  SELECT id, upper(hex(randomblob(5))), reward_id, customer_id, 'used', reward_name, -points, 0, at, at, at, by FROM redemptions;
--> statement-breakpoint
ALTER TABLE `shop` DROP COLUMN `points_unit_vnd`;
