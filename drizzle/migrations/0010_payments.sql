CREATE TABLE `bank_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`amount_vnd` integer NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`payment_id` text,
	`dismissed_by` text,
	`reason` text,
	`received_at` integer NOT NULL,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notice_matched_to_one" CHECK(("bank_notices"."state" = 'matched') = ("bank_notices"."payment_id" is not null))
);
--> statement-breakpoint
CREATE INDEX `bank_notices_by_state` ON `bank_notices` (`state`);--> statement-breakpoint
CREATE INDEX `bank_notices_of` ON `bank_notices` (`payment_id`);--> statement-breakpoint
CREATE TABLE `bank_settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`bin` text NOT NULL,
	`account_no` text NOT NULL,
	`holder` text NOT NULL,
	`webhook_secret` text,
	`secret_at` integer
);
--> statement-breakpoint
CREATE TABLE `closings` (
	`id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`counted_vnd` integer NOT NULL,
	`expected_vnd` integer NOT NULL,
	`note` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `closings_by_day` ON `closings` (`day`,`at`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`for_kind` text NOT NULL,
	`for_id` text NOT NULL,
	`method` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`state` text NOT NULL,
	`received_vnd` integer DEFAULT 0 NOT NULL,
	`settled_vnd` integer DEFAULT 0 NOT NULL,
	`settled_at` integer,
	`extra_vnd` integer DEFAULT 0 NOT NULL,
	`extra_to` text,
	`memo` text,
	`seen_by` text,
	`by` text NOT NULL,
	`created_at` integer NOT NULL,
	`paid_at` integer,
	`bank_ref` text,
	CONSTRAINT "payment_of_something" CHECK("payments"."amount_vnd" > 0 and "payments"."received_vnd" >= 0),
	CONSTRAINT "payment_settled_within" CHECK("payments"."settled_vnd" between 0 and min("payments"."amount_vnd", "payments"."received_vnd")),
	CONSTRAINT "payment_extra_within" CHECK("payments"."extra_vnd" between 0 and "payments"."received_vnd" - "payments"."settled_vnd")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_memo_unique` ON `payments` (`memo`);--> statement-breakpoint
CREATE INDEX `payments_for` ON `payments` (`for_id`,`for_kind`);--> statement-breakpoint
CREATE INDEX `payments_settled` ON `payments` (`settled_at`);--> statement-breakpoint

-- What has paid for a thing stays so; money that came too late or too much may still be noted beside it.
CREATE TRIGGER payments_settled_stay BEFORE UPDATE OF for_kind, for_id, method, amount_vnd, settled_vnd, settled_at ON payments
	WHEN OLD.settled_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER payments_never_go BEFORE DELETE ON payments BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER bank_notices_stay BEFORE UPDATE OF id, amount_vnd, text, at, received_at ON bank_notices
	BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER bank_notices_never_go BEFORE DELETE ON bank_notices BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER closings_never_change BEFORE UPDATE ON closings BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER closings_never_go BEFORE DELETE ON closings BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
-- Nobody was asked before how it was paid: what is from then counts as cash.
INSERT INTO payments (id, for_kind, for_id, method, amount_vnd, state, received_vnd, settled_vnd, settled_at, by, created_at, paid_at)
	SELECT 'visit:' || id, 'visit', id, 'cash', vnd, 'paid', vnd, vnd, status_at, status_by, status_at, status_at FROM
		(SELECT b.id, b.status_at, b.status_by, b.price_vnd - b.discount_vnd - b.covered_by_points_vnd - b.prepaid_vnd
			- coalesce((SELECT -e.units FROM ledger_entries e WHERE e.cause = b.id AND e.kind = 'redeemed' AND e.wallet = 'credit'), 0) AS vnd
			FROM bookings b WHERE b.status = 'completed') WHERE vnd > 0;--> statement-breakpoint
INSERT INTO payments (id, for_kind, for_id, method, amount_vnd, state, received_vnd, settled_vnd, settled_at, by, created_at, paid_at)
	SELECT 'package:' || id, 'package', id, 'cash', paid_vnd, 'paid', paid_vnd, paid_vnd, sold_at, sold_by, sold_at, sold_at
	FROM packages WHERE paid_vnd > 0;--> statement-breakpoint
INSERT INTO payments (id, for_kind, for_id, method, amount_vnd, state, received_vnd, settled_vnd, settled_at, by, created_at, paid_at)
	SELECT 'credit:' || cause, 'credit', cause, 'cash', sum ->> 'paidVnd', 'paid', sum ->> 'paidVnd', sum ->> 'paidVnd', at, by, at, at
	FROM ledger_entries WHERE wallet = 'credit' AND kind = 'bought' AND sum ->> 'paidVnd' > 0;
