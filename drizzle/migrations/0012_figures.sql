CREATE TABLE `batch_rows` (
	`batch_id` text NOT NULL,
	`line` integer NOT NULL,
	`cells` text NOT NULL,
	`state` text NOT NULL,
	`why` text,
	`customer_id` text,
	`made_customer` integer DEFAULT false NOT NULL,
	`order_id` text,
	PRIMARY KEY(`batch_id`, `line`),
	FOREIGN KEY (`batch_id`) REFERENCES `batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `batch_rows_by_state` ON `batch_rows` (`batch_id`,`state`,`line`);--> statement-breakpoint
CREATE INDEX `batch_rows_of_customer` ON `batch_rows` (`customer_id`) WHERE "batch_rows"."customer_id" is not null;--> statement-breakpoint
CREATE INDEX `batch_rows_of_order` ON `batch_rows` (`order_id`) WHERE "batch_rows"."order_id" is not null;--> statement-breakpoint
CREATE TABLE `batches` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`columns` text NOT NULL,
	`titles` text NOT NULL,
	`options` text NOT NULL,
	`done_to` integer DEFAULT 0 NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`ended_at` integer,
	`undone_by` text,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `batches_at_work` ON `batches` (`state`) WHERE "batches"."state" in ('entering', 'undoing');--> statement-breakpoint
CREATE TABLE `cohort_cells` (
	`first_month` integer NOT NULL,
	`month` integer NOT NULL,
	`customers` integer DEFAULT 0 NOT NULL,
	`net_vnd` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`first_month`, `month`)
);
--> statement-breakpoint
CREATE TABLE `cohort_lasts` (
	`first_month` integer NOT NULL,
	`last_month` integer NOT NULL,
	`customers` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`first_month`, `last_month`)
);
--> statement-breakpoint
CREATE TABLE `customer_figures` (
	`person_id` text PRIMARY KEY NOT NULL,
	`first_day` integer NOT NULL,
	`second_day` integer,
	`last_day` integer NOT NULL,
	`visits` integer NOT NULL,
	`purchases` integer NOT NULL,
	`gross_vnd` integer NOT NULL,
	`discount_vnd` integer NOT NULL,
	`net_vnd` integer NOT NULL,
	`service_id` text NOT NULL,
	`median_gap` real,
	`expected_on` integer NOT NULL,
	`late_on` integer NOT NULL,
	`active_until` integer NOT NULL,
	`lapses_on` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `customer_figures_by_last` ON `customer_figures` (`last_day`);--> statement-breakpoint
CREATE INDEX `customer_figures_by_first` ON `customer_figures` (`first_day`);--> statement-breakpoint
CREATE INDEX `customer_figures_active` ON `customer_figures` (`active_until`);--> statement-breakpoint
CREATE INDEX `customer_figures_late` ON `customer_figures` (`late_on`);--> statement-breakpoint
CREATE INDEX `customer_figures_lapsing` ON `customer_figures` (`lapses_on`);--> statement-breakpoint
CREATE INDEX `customer_figures_by_net` ON `customer_figures` (`net_vnd`);--> statement-breakpoint
CREATE TABLE `day_figures` (
	`day` integer PRIMARY KEY NOT NULL,
	`purchases` integer DEFAULT 0 NOT NULL,
	`nameless` integer DEFAULT 0 NOT NULL,
	`visits` integer DEFAULT 0 NOT NULL,
	`gross_vnd` integer DEFAULT 0 NOT NULL,
	`discount_vnd` integer DEFAULT 0 NOT NULL,
	`points_vnd` integer DEFAULT 0 NOT NULL,
	`net_vnd` integer DEFAULT 0 NOT NULL,
	`services_vnd` integer DEFAULT 0 NOT NULL,
	`known_vnd` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `figure_settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`service_cost_percent` integer,
	`goods_cost_percent` integer,
	`second_visit_days` integer DEFAULT 45 NOT NULL,
	`give_back_from_percent` integer,
	`give_back_to_percent` integer,
	`merging` integer DEFAULT false NOT NULL,
	CONSTRAINT "figure_settings_is_one" CHECK("figure_settings"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `first_days` (
	`day` integer PRIMARY KEY NOT NULL,
	`customers` integer DEFAULT 0 NOT NULL,
	`within_30` integer DEFAULT 0 NOT NULL,
	`within_45` integer DEFAULT 0 NOT NULL,
	`within_60` integer DEFAULT 0 NOT NULL,
	`within_90` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `gap_counts` (
	`service_id` text NOT NULL,
	`gap` integer NOT NULL,
	`times` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`service_id`, `gap`)
);
--> statement-breakpoint
CREATE TABLE `hour_figures` (
	`day` integer NOT NULL,
	`hour` integer NOT NULL,
	`purchases` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`day`, `hour`)
);
--> statement-breakpoint
CREATE TABLE `message_days` (
	`day` integer NOT NULL,
	`intent` text NOT NULL,
	`sent` integer DEFAULT 0 NOT NULL,
	`delivered` integer DEFAULT 0 NOT NULL,
	`seen` integer DEFAULT 0 NOT NULL,
	`clicked` integer DEFAULT 0 NOT NULL,
	`cost_vnd` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`day`, `intent`)
);
--> statement-breakpoint
CREATE TABLE `point_days` (
	`day` integer PRIMARY KEY NOT NULL,
	`issued` integer DEFAULT 0 NOT NULL,
	`returned` integer DEFAULT 0 NOT NULL,
	`corrected` integer DEFAULT 0 NOT NULL,
	`taken_back` integer DEFAULT 0 NOT NULL,
	`spent` integer DEFAULT 0 NOT NULL,
	`lapsed` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `purchase_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`customer_id` text,
	`person_id` text,
	`day` integer NOT NULL,
	`hour` integer NOT NULL,
	`service_id` text NOT NULL,
	`gross_vnd` integer NOT NULL,
	`discount_vnd` integer NOT NULL,
	`points_vnd` integer NOT NULL,
	`net_vnd` integer NOT NULL,
	`services_vnd` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `purchase_facts_of` ON `purchase_facts` (`person_id`,`day`);--> statement-breakpoint
CREATE INDEX `purchase_facts_by_customer` ON `purchase_facts` (`customer_id`);--> statement-breakpoint
CREATE TABLE `rhythms` (
	`service_id` text PRIMARY KEY NOT NULL,
	`median_gap` real NOT NULL,
	`mad_gap` real NOT NULL,
	`gaps` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `standing_deltas` (
	`day` integer PRIMARY KEY NOT NULL,
	`active` integer DEFAULT 0 NOT NULL,
	`lapsed` integer DEFAULT 0 NOT NULL,
	`leaving` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `visit_days` (
	`person_id` text NOT NULL,
	`day` integer NOT NULL,
	`purchases` integer NOT NULL,
	`gross_vnd` integer NOT NULL,
	`discount_vnd` integer NOT NULL,
	`net_vnd` integer NOT NULL,
	`service_id` text NOT NULL,
	`prev_day` integer,
	`next_day` integer,
	`gaps` integer DEFAULT 0 NOT NULL,
	`median_gap` real,
	`mad_gap` real,
	`expected_on` integer DEFAULT 0 NOT NULL,
	`late_on` integer DEFAULT 0 NOT NULL,
	`active_until` integer DEFAULT 0 NOT NULL,
	`lapses_on` integer DEFAULT 0 NOT NULL,
	`month` integer GENERATED ALWAYS AS ((strftime('%Y', day * 86400, 'unixepoch') * 12 + strftime('%m', day * 86400, 'unixepoch') - 1)) STORED NOT NULL,
	PRIMARY KEY(`person_id`, `day`)
);
--> statement-breakpoint
CREATE INDEX `visit_days_by_day` ON `visit_days` (`day`);--> statement-breakpoint
CREATE TABLE `voucher_days` (
	`day` integer PRIMARY KEY NOT NULL,
	`gifts_vnd` integer DEFAULT 0 NOT NULL,
	`gifts_by_points_vnd` integer DEFAULT 0 NOT NULL,
	`discounts_by_points_vnd` integer DEFAULT 0 NOT NULL,
	`points` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `window_deltas` (
	`length` integer NOT NULL,
	`day` integer NOT NULL,
	`active` integer DEFAULT 0 NOT NULL,
	`twice` integer DEFAULT 0 NOT NULL,
	`retained` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`length`, `day`)
);
--> statement-breakpoint
CREATE TABLE `zone_offsets` (
	`from_at` integer PRIMARY KEY NOT NULL,
	`offset_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `digests` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`figures` text NOT NULL,
	`suggestion_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `digests_once` ON `digests` (`kind`,`day`);--> statement-breakpoint
CREATE TABLE `owner_inboxes` (
	`account_id` text PRIMARY KEY NOT NULL,
	`customer_id` text,
	`code` text,
	`code_until` integer,
	`daily` integer DEFAULT false NOT NULL,
	`weekly` integer DEFAULT true NOT NULL,
	`low_rating` integer DEFAULT true NOT NULL,
	`no_shows` integer DEFAULT true NOT NULL,
	`quota` integer DEFAULT true NOT NULL,
	`connection` integer DEFAULT true NOT NULL,
	`new_orders` integer DEFAULT false NOT NULL,
	`at_minute` integer DEFAULT 480 NOT NULL,
	`weekday` integer DEFAULT 1 NOT NULL,
	`tied_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `owner_inboxes_code_unique` ON `owner_inboxes` (`code`);--> statement-breakpoint
CREATE TABLE `customer_search` (
	`number` integer PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`phone` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customer_search_customer_id_unique` ON `customer_search` (`customer_id`);--> statement-breakpoint
CREATE TABLE `customer_tags` (
	`customer_id` text NOT NULL,
	`tag` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`customer_id`, `tag`),
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `customers_tagged` ON `customer_tags` (`tag`);--> statement-breakpoint
CREATE TABLE `merges` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`target_id` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`undone_by` text,
	`undone_at` integer,
	FOREIGN KEY (`source_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "merge_of_two" CHECK("merges"."source_id" <> "merges"."target_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `merges_one_way` ON `merges` (`source_id`) WHERE "merges"."undone_at" is null;--> statement-breakpoint
CREATE INDEX `merges_into` ON `merges` (`target_id`);--> statement-breakpoint
CREATE TABLE `not_the_same` (
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`one_id`, `other_id`)
);
--> statement-breakpoint
CREATE TABLE `profile_fields` (
	`id` text PRIMARY KEY NOT NULL,
	`group` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`choices` text DEFAULT '[]' NOT NULL,
	`purpose` text NOT NULL,
	`sensitive` integer DEFAULT false NOT NULL,
	`at_service` integer DEFAULT false NOT NULL,
	`position` integer NOT NULL,
	`active` integer DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE `profile_values` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`field_id` text NOT NULL,
	`value` text NOT NULL,
	`source` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`field_id`) REFERENCES `profile_fields`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `profile_values_of` ON `profile_values` (`customer_id`,`field_id`,`id`);--> statement-breakpoint
CREATE TABLE `campaign_people` (
	`campaign_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`outbox_id` text,
	`voucher_id` text,
	`left_out` text,
	`at` integer,
	PRIMARY KEY(`campaign_id`, `customer_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outbox_id`) REFERENCES `outbox`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`voucher_id`) REFERENCES `vouchers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `campaigns_of` ON `campaign_people` (`customer_id`);--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`segment_id` text,
	`offer_id` text,
	`name` text NOT NULL,
	`people` integer NOT NULL,
	`expected_vnd` integer,
	`expected_cost_vnd` integer DEFAULT 0 NOT NULL,
	`state` text NOT NULL,
	`done_to` text DEFAULT '' NOT NULL,
	`suggestion_id` text,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`segment_id`) REFERENCES `segments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offer_id`) REFERENCES `offers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `customer_scores` (
	`customer_id` text PRIMARY KEY NOT NULL,
	`recency` integer NOT NULL,
	`frequency` integer NOT NULL,
	`monetary` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `segment_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`segment_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`what` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `segment_events_of` ON `segment_events` (`customer_id`,`id`);--> statement-breakpoint
CREATE INDEX `segment_events_by_segment` ON `segment_events` (`segment_id`,`what`,`at`);--> statement-breakpoint
CREATE TABLE `segment_members` (
	`segment_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`entered_at` integer NOT NULL,
	PRIMARY KEY(`segment_id`, `customer_id`),
	FOREIGN KEY (`segment_id`) REFERENCES `segments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `segments_of` ON `segment_members` (`customer_id`);--> statement-breakpoint
CREATE TABLE `segments` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text,
	`name` text NOT NULL,
	`rule` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `segments_key_unique` ON `segments` (`key`);--> statement-breakpoint
CREATE TABLE `suggestion_people` (
	`suggestion_id` text NOT NULL,
	`customer_id` text NOT NULL,
	PRIMARY KEY(`suggestion_id`, `customer_id`),
	FOREIGN KEY (`suggestion_id`) REFERENCES `suggestions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`people` integer NOT NULL,
	`expected_vnd` integer NOT NULL,
	`sum` text NOT NULL,
	`state` text NOT NULL,
	`by` text,
	`decided_at` integer,
	`score_on` text,
	`returned` integer,
	`brought_vnd` integer,
	`scored_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suggestions_once_a_day` ON `suggestions` (`day`,`kind`);--> statement-breakpoint
CREATE INDEX `suggestions_to_score` ON `suggestions` (`score_on`) WHERE "suggestions"."scored_at" is null;--> statement-breakpoint
ALTER TABLE `feedback` ADD `recommend` integer;--> statement-breakpoint
CREATE INDEX `consents_by_time` ON `consents` (`at`);--> statement-breakpoint
CREATE INDEX `vouchers_by_time` ON `vouchers` (`issued_at`);--> statement-breakpoint
CREATE INDEX `tier_changes_by_time` ON `tier_changes` (`at`);--> statement-breakpoint
-- Who is looked for: by name with tone marks and without, by digits anywhere in the phone.
CREATE VIRTUAL TABLE customer_names USING fts5(name, folded, content='customer_search', content_rowid='number', tokenize='unicode61 remove_diacritics 0', prefix='1 2 3');--> statement-breakpoint
CREATE VIRTUAL TABLE customer_phones USING fts5(phone, content='customer_search', content_rowid='number', tokenize='trigram');--> statement-breakpoint
CREATE TRIGGER customer_search_read AFTER INSERT ON customer_search BEGIN
	INSERT INTO customer_names (rowid, name, folded) VALUES (NEW.number, NEW.name, NEW.folded);
	INSERT INTO customer_phones (rowid, phone) VALUES (NEW.number, NEW.phone); END;--> statement-breakpoint
CREATE TRIGGER customer_search_forget AFTER DELETE ON customer_search BEGIN
	INSERT INTO customer_names (customer_names, rowid, name, folded) VALUES ('delete', OLD.number, OLD.name, OLD.folded);
	INSERT INTO customer_phones (customer_phones, rowid, phone) VALUES ('delete', OLD.number, OLD.phone); END;--> statement-breakpoint
CREATE TRIGGER customer_search_change AFTER UPDATE ON customer_search BEGIN
	INSERT INTO customer_names (customer_names, rowid, name, folded) VALUES ('delete', OLD.number, OLD.name, OLD.folded);
	INSERT INTO customer_phones (customer_phones, rowid, phone) VALUES ('delete', OLD.number, OLD.phone);
	INSERT INTO customer_names (rowid, name, folded) VALUES (NEW.number, NEW.name, NEW.folded);
	INSERT INTO customer_phones (rowid, phone) VALUES (NEW.number, NEW.phone); END;--> statement-breakpoint
CREATE TRIGGER customers_can_be_found AFTER INSERT ON customers BEGIN
	INSERT INTO customer_search (customer_id, name, folded, phone) VALUES (NEW.id, NEW.name, NEW.name_folded, coalesce(replace(NEW.phone, '+84', '0'), '')); END;--> statement-breakpoint
CREATE TRIGGER customers_are_found_as_they_are AFTER UPDATE OF name, name_folded, phone ON customers
	WHEN NEW.name <> OLD.name OR NEW.name_folded <> OLD.name_folded OR NEW.phone IS NOT OLD.phone BEGIN
	UPDATE customer_search SET name = NEW.name, folded = NEW.name_folded, phone = coalesce(replace(NEW.phone, '+84', '0'), '') WHERE customer_id = NEW.id; END;--> statement-breakpoint
CREATE TRIGGER customers_gone_are_not_found AFTER DELETE ON customers BEGIN
	DELETE FROM customer_search WHERE customer_id = OLD.id; END;--> statement-breakpoint
INSERT INTO customer_search (customer_id, name, folded, phone) SELECT id, name, name_folded, coalesce(replace(phone, '+84', '0'), '') FROM customers;--> statement-breakpoint
CREATE TRIGGER profile_values_never_change BEFORE UPDATE ON profile_values BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER profile_values_never_go BEFORE DELETE ON profile_values BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER merges_never_go BEFORE DELETE ON merges BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER merges_are_undone_once BEFORE UPDATE ON merges WHEN OLD.undone_at IS NOT NULL OR NEW.source_id <> OLD.source_id OR NEW.target_id <> OLD.target_id
	BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER segment_events_never_change BEFORE UPDATE ON segment_events BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER segment_events_never_go BEFORE DELETE ON segment_events BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
INSERT INTO segments (id, key, name, rule, created_at) VALUES
	('0193a000-0000-7000-8000-000000000001', 'new', '', '{"all":[{"field":"visits","is":"at_least","value":1},{"field":"first_visit","is":"at_most","value":30}]}', 0),
	('0193a000-0000-7000-8000-000000000002', 'one_time', '', '{"all":[{"field":"visits","is":"at_least","value":1},{"field":"visits","is":"at_most","value":1},{"field":"first_visit","is":"at_least","value":31}]}', 0),
	('0193a000-0000-7000-8000-000000000003', 'regular', '', '{"all":[{"field":"visits","is":"at_least","value":3},{"field":"standing","is":"active"}]}', 0),
	('0193a000-0000-7000-8000-000000000004', 'vip', '', '{"all":[{"field":"monetary","is":"at_least","value":5},{"field":"frequency","is":"at_least","value":4}]}', 0),
	('0193a000-0000-7000-8000-000000000005', 'at_risk', '', '{"all":[{"field":"visits","is":"at_least","value":2},{"field":"standing","is":"late"}]}', 0),
	('0193a000-0000-7000-8000-000000000006', 'lost', '', '{"all":[{"field":"standing","is":"left"}]}', 0),
	('0193a000-0000-7000-8000-000000000007', 'birthday', '', '{"all":[{"field":"birthday_month","is":"this"}]}', 0),
	('0193a000-0000-7000-8000-000000000008', 'no_show', '', '{"all":[{"field":"no_shows","is":"at_least","value":2}]}', 0);--> statement-breakpoint
INSERT INTO triggers (intent, enabled, wait_minutes, condition, deadline_minutes) VALUES
	('offer_given', 1, 0, 'always', 4320), ('come_again', 1, 0, 'always', 4320), ('owner_digest', 1, 0, 'always', 720), ('owner_alert', 1, 0, 'always', 720);--> statement-breakpoint
INSERT INTO figure_settings (id) VALUES (1);--> statement-breakpoint
INSERT INTO rhythms (service_id, median_gap, mad_gap, gaps) VALUES ('', 30, 10, 0);--> statement-breakpoint
INSERT INTO zone_offsets (from_at, offset_ms) VALUES (-8640000000000000, 25200000);--> statement-breakpoint
-- What counts as a purchase, and what it brought: the one definition behind all figures of visits and sales. What was paid
-- back whole is none; amounts are less what went back, without shipping.
CREATE VIEW visit_sources AS SELECT id, 'visit' AS kind, customer_id, person_id, local / 86400000 AS day, local % 86400000 / 3600000 AS hour,
	service_id, goods_vnd - back_vnd AS gross_vnd, discount_vnd, points_vnd, goods_vnd - discount_vnd - points_vnd - back_vnd AS net_vnd,
	goods_vnd - discount_vnd - points_vnd - back_vnd AS services_vnd
	FROM (SELECT b.id, b.customer_id, coalesce(c.merged_into, c.id) AS person_id, b.service_id, b.price_vnd AS goods_vnd, b.discount_vnd,
		b.covered_by_points_vnd AS points_vnd, (b.starts_at + (SELECT offset_ms FROM zone_offsets z WHERE z.from_at <= b.starts_at ORDER BY z.from_at DESC LIMIT 1)) AS local,
		coalesce((SELECT sum(r.amount_vnd) FROM visit_refunds r WHERE r.booking_id = b.id), 0)
			+ iif(b.prepaid_vnd > 0 AND EXISTS (SELECT 1 FROM ledger_entries e WHERE e.about = b.id AND e.kind = 'returned' AND e.wallet LIKE 'package:%'), b.prepaid_vnd, 0) AS back_vnd
		FROM bookings b LEFT JOIN customers c ON c.id = b.customer_id WHERE b.status = 'completed')
	WHERE back_vnd = 0 OR goods_vnd - discount_vnd - points_vnd > back_vnd;
--> statement-breakpoint
CREATE VIEW order_sources AS SELECT id, 'order' AS kind, customer_id, person_id, local / 86400000 AS day, local % 86400000 / 3600000 AS hour,
	'' AS service_id, goods_vnd - back_vnd AS gross_vnd, discount_vnd, points_vnd, goods_vnd - discount_vnd - points_vnd - back_vnd AS net_vnd, services_vnd
	FROM (SELECT o.id, o.customer_id, coalesce(c.merged_into, c.id) AS person_id, o.goods_vnd, o.discount_vnd, o.covered_by_points_vnd AS points_vnd,
		(o.created_at + (SELECT offset_ms FROM zone_offsets z WHERE z.from_at <= o.created_at ORDER BY z.from_at DESC LIMIT 1)) AS local,
		coalesce((SELECT sum(r.amount_vnd - r.shipping_vnd) FROM order_refunds r WHERE r.order_id = o.id), 0) AS back_vnd,
		coalesce((SELECT sum(l.quantity * l.unit_price_vnd - l.off_vnd - l.refunded_vnd) FROM order_lines l WHERE l.order_id = o.id AND l.service_id IS NOT NULL), 0) AS services_vnd
		FROM orders o LEFT JOIN customers c ON c.id = o.customer_id WHERE o.status = 'done')
	WHERE back_vnd = 0 OR goods_vnd - discount_vnd - points_vnd > back_vnd;
--> statement-breakpoint
CREATE VIEW purchase_sources AS SELECT * FROM visit_sources UNION ALL SELECT * FROM order_sources;
--> statement-breakpoint
CREATE TRIGGER bookings_count_new AFTER INSERT ON bookings WHEN NEW.status = 'completed' BEGIN
	INSERT INTO purchase_facts SELECT * FROM visit_sources WHERE id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER bookings_count AFTER UPDATE OF status, price_vnd, discount_vnd, covered_by_points_vnd, prepaid_vnd, customer_id, starts_at, service_id ON bookings
	WHEN NEW.status = 'completed' OR OLD.status = 'completed' BEGIN
	DELETE FROM purchase_facts WHERE id = NEW.id;
	INSERT INTO purchase_facts SELECT * FROM visit_sources WHERE id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER visit_refunds_count AFTER INSERT ON visit_refunds BEGIN
	DELETE FROM purchase_facts WHERE id = NEW.booking_id;
	INSERT INTO purchase_facts SELECT * FROM visit_sources WHERE id = NEW.booking_id; END;
--> statement-breakpoint
CREATE TRIGGER sessions_back_count AFTER INSERT ON ledger_entries WHEN NEW.kind = 'returned' AND NEW.wallet LIKE 'package:%' BEGIN
	DELETE FROM purchase_facts WHERE id = NEW.about;
	INSERT INTO purchase_facts SELECT * FROM visit_sources WHERE id = NEW.about; END;
--> statement-breakpoint
CREATE TRIGGER orders_count_new AFTER INSERT ON orders WHEN NEW.status = 'done' BEGIN
	INSERT INTO purchase_facts SELECT * FROM order_sources WHERE id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER orders_count AFTER UPDATE OF status, goods_vnd, discount_vnd, covered_by_points_vnd, customer_id, created_at ON orders
	WHEN NEW.status = 'done' OR OLD.status = 'done' BEGIN
	DELETE FROM purchase_facts WHERE id = NEW.id;
	INSERT INTO purchase_facts SELECT * FROM order_sources WHERE id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER order_refunds_count AFTER INSERT ON order_refunds BEGIN
	DELETE FROM purchase_facts WHERE id = NEW.order_id;
	INSERT INTO purchase_facts SELECT * FROM order_sources WHERE id = NEW.order_id; END;
--> statement-breakpoint
CREATE TRIGGER order_lines_count_new AFTER INSERT ON order_lines
	WHEN NEW.service_id IS NOT NULL AND EXISTS (SELECT 1 FROM purchase_facts WHERE id = NEW.order_id) BEGIN
	DELETE FROM purchase_facts WHERE id = NEW.order_id;
	INSERT INTO purchase_facts SELECT * FROM order_sources WHERE id = NEW.order_id; END;
--> statement-breakpoint
CREATE TRIGGER order_lines_count AFTER UPDATE OF refunded_vnd ON order_lines
	WHEN NEW.service_id IS NOT NULL AND EXISTS (SELECT 1 FROM purchase_facts WHERE id = NEW.order_id) BEGIN
	DELETE FROM purchase_facts WHERE id = NEW.order_id;
	INSERT INTO purchase_facts SELECT * FROM order_sources WHERE id = NEW.order_id; END;
--> statement-breakpoint
CREATE TRIGGER merges_count AFTER UPDATE OF merged_into ON customers WHEN NEW.merged_into IS NOT OLD.merged_into BEGIN
	UPDATE figure_settings SET merging = 1;
	DELETE FROM purchase_facts WHERE customer_id = NEW.id;
	INSERT INTO purchase_facts SELECT * FROM visit_sources WHERE customer_id = NEW.id;
	INSERT INTO purchase_facts SELECT * FROM order_sources WHERE customer_id = NEW.id;
	UPDATE figure_settings SET merging = 0;
	UPDATE visit_days SET gaps = (SELECT count(*) FROM visit_days w WHERE w.person_id = visit_days.person_id AND w.day <= visit_days.day AND w.prev_day IS NOT NULL),
		median_gap = (SELECT avg(gap) FROM (SELECT w.day - w.prev_day AS gap, row_number() OVER (ORDER BY w.day - w.prev_day) AS place, count(*) OVER () AS all_of_them
			FROM visit_days w WHERE w.person_id = visit_days.person_id AND w.day <= visit_days.day AND w.prev_day IS NOT NULL) WHERE place IN ((all_of_them + 1) / 2, (all_of_them + 2) / 2)) WHERE person_id IN (coalesce(NEW.merged_into, NEW.id), coalesce(OLD.merged_into, OLD.id));
	UPDATE visit_days SET mad_gap = (SELECT avg(gap) FROM (SELECT abs(w.day - w.prev_day - visit_days.median_gap) AS gap, row_number() OVER (ORDER BY abs(w.day - w.prev_day - visit_days.median_gap)) AS place, count(*) OVER () AS all_of_them
			FROM visit_days w WHERE w.person_id = visit_days.person_id AND w.day <= visit_days.day AND w.prev_day IS NOT NULL) WHERE place IN ((all_of_them + 1) / 2, (all_of_them + 2) / 2)) WHERE person_id IN (coalesce(NEW.merged_into, NEW.id), coalesce(OLD.merged_into, OLD.id)) AND gaps > 0;
	UPDATE visit_days SET (expected_on, late_on, active_until, lapses_on) = (SELECT s.expected_on, s.late_on, s.active_until, s.lapses_on FROM rhythm_of_visits s
		WHERE s.person_id = visit_days.person_id AND s.day = visit_days.day) WHERE person_id IN (coalesce(NEW.merged_into, NEW.id), coalesce(OLD.merged_into, OLD.id));
	INSERT INTO customer_figures (person_id, first_day, second_day, last_day, visits, purchases, gross_vnd, discount_vnd, net_vnd, service_id, median_gap, expected_on, late_on, active_until, lapses_on) SELECT * FROM customer_sums WHERE person_id IN (coalesce(NEW.merged_into, NEW.id), coalesce(OLD.merged_into, OLD.id))
		ON CONFLICT (person_id) DO UPDATE SET first_day = excluded.first_day, second_day = excluded.second_day, last_day = excluded.last_day, visits = excluded.visits, purchases = excluded.purchases, gross_vnd = excluded.gross_vnd, discount_vnd = excluded.discount_vnd, net_vnd = excluded.net_vnd, service_id = excluded.service_id, median_gap = excluded.median_gap, expected_on = excluded.expected_on, late_on = excluded.late_on, active_until = excluded.active_until, lapses_on = excluded.lapses_on; END;
--> statement-breakpoint
-- Days, hours and visits follow their purchases.
CREATE TRIGGER facts_add AFTER INSERT ON purchase_facts BEGIN
	INSERT INTO day_figures (day, purchases, nameless, gross_vnd, discount_vnd, points_vnd, net_vnd, services_vnd, known_vnd) VALUES (NEW.day, 1, (NEW.person_id IS NULL), NEW.gross_vnd, NEW.discount_vnd, NEW.points_vnd, NEW.net_vnd, NEW.services_vnd, iif(NEW.person_id IS NULL, 0, NEW.net_vnd))
		ON CONFLICT (day) DO UPDATE SET purchases = purchases + excluded.purchases, nameless = nameless + excluded.nameless, gross_vnd = gross_vnd + excluded.gross_vnd, discount_vnd = discount_vnd + excluded.discount_vnd, points_vnd = points_vnd + excluded.points_vnd, net_vnd = net_vnd + excluded.net_vnd, services_vnd = services_vnd + excluded.services_vnd, known_vnd = known_vnd + excluded.known_vnd;
	INSERT INTO hour_figures (day, hour, purchases) VALUES (NEW.day, NEW.hour, 1) ON CONFLICT (day, hour) DO UPDATE SET purchases = purchases + excluded.purchases;
	INSERT INTO visit_days (person_id, day, purchases, gross_vnd, discount_vnd, net_vnd, service_id, prev_day, next_day)
		SELECT NEW.person_id, NEW.day, 1, NEW.gross_vnd, NEW.discount_vnd, NEW.net_vnd, NEW.service_id,
			(SELECT max(day) FROM visit_days v WHERE v.person_id = NEW.person_id AND v.day < NEW.day),
			(SELECT min(day) FROM visit_days v WHERE v.person_id = NEW.person_id AND v.day > NEW.day)
		WHERE NEW.person_id IS NOT NULL
		ON CONFLICT (person_id, day) DO UPDATE SET purchases = purchases + 1, gross_vnd = gross_vnd + NEW.gross_vnd, discount_vnd = discount_vnd + NEW.discount_vnd,
			net_vnd = net_vnd + NEW.net_vnd, service_id = max(service_id, NEW.service_id); END;
--> statement-breakpoint
CREATE TRIGGER facts_take AFTER DELETE ON purchase_facts BEGIN
	INSERT INTO day_figures (day, purchases, nameless, gross_vnd, discount_vnd, points_vnd, net_vnd, services_vnd, known_vnd) VALUES (OLD.day, -1, -(OLD.person_id IS NULL), -OLD.gross_vnd, -OLD.discount_vnd, -OLD.points_vnd, -OLD.net_vnd, -OLD.services_vnd, -iif(OLD.person_id IS NULL, 0, OLD.net_vnd))
		ON CONFLICT (day) DO UPDATE SET purchases = purchases + excluded.purchases, nameless = nameless + excluded.nameless, gross_vnd = gross_vnd + excluded.gross_vnd, discount_vnd = discount_vnd + excluded.discount_vnd, points_vnd = points_vnd + excluded.points_vnd, net_vnd = net_vnd + excluded.net_vnd, services_vnd = services_vnd + excluded.services_vnd, known_vnd = known_vnd + excluded.known_vnd;
	INSERT INTO hour_figures (day, hour, purchases) VALUES (OLD.day, OLD.hour, -1) ON CONFLICT (day, hour) DO UPDATE SET purchases = purchases + excluded.purchases;
	UPDATE visit_days SET purchases = purchases - 1, gross_vnd = gross_vnd - OLD.gross_vnd, discount_vnd = discount_vnd - OLD.discount_vnd, net_vnd = net_vnd - OLD.net_vnd,
		service_id = coalesce((SELECT max(f.service_id) FROM purchase_facts f WHERE f.person_id = OLD.person_id AND f.day = OLD.day), '')
		WHERE person_id = OLD.person_id AND day = OLD.day AND purchases > 1;
	DELETE FROM visit_days WHERE person_id = OLD.person_id AND day = OLD.day AND purchases = 1
		AND NOT EXISTS (SELECT 1 FROM purchase_facts f WHERE f.person_id = OLD.person_id AND f.day = OLD.day); END;
--> statement-breakpoint
-- What one visit adds to the counts of people. Until the next visit somebody is seen in the last so many days; from the
-- next on, and as long as the visit before lies in the stretch before that, they are retained.
CREATE VIEW window_shares AS
	WITH lengths (length) AS (VALUES (7), (30), (90), (180), (365)),
	spans AS (SELECT person_id, v.day, length, coalesce(next_day, 1000000) AS next_day, prev_day FROM visit_days v, lengths)
	SELECT person_id, day, length, day AS at, 1 AS active, iif(prev_day + length > day, 1, 0) AS twice, 0 AS retained FROM spans
	UNION ALL SELECT person_id, day, length, min(next_day, day + length), -1, 0, 0 FROM spans
	UNION ALL SELECT person_id, day, length, min(next_day, prev_day + length), 0, -1, 0 FROM spans WHERE prev_day + length > day
	UNION ALL SELECT person_id, day, length, max(day + length, next_day), 0, 0, 1 FROM spans WHERE max(day + length, next_day) < min(next_day + length, day + 2 * length)
	UNION ALL SELECT person_id, day, length, min(next_day + length, day + 2 * length), 0, 0, -1 FROM spans WHERE max(day + length, next_day) < min(next_day + length, day + 2 * length);
--> statement-breakpoint
CREATE VIEW standing_shares AS
	WITH spans AS (SELECT person_id, v.day, coalesce(next_day, 1000000) AS next_day, active_until, lapses_on FROM visit_days v WHERE lapses_on > 0)
	SELECT person_id, day, day AS at, 1 AS active, 0 AS lapsed, 0 AS leaving FROM spans
	UNION ALL SELECT person_id, day, min(next_day, active_until + 1), -1, 0, 0 FROM spans
	UNION ALL SELECT person_id, day, lapses_on, 0, 1, 1 FROM spans WHERE lapses_on < next_day
	UNION ALL SELECT person_id, day, lapses_on + 1, 0, 0, -1 FROM spans WHERE lapses_on < next_day
	UNION ALL SELECT person_id, day, next_day, 0, -1, 0 FROM spans WHERE lapses_on < next_day AND next_day < 1000000;
--> statement-breakpoint
CREATE TRIGGER visit_days_count_again BEFORE UPDATE OF prev_day, next_day, service_id ON visit_days
	WHEN NEW.prev_day IS NOT OLD.prev_day OR NEW.next_day IS NOT OLD.next_day OR NEW.service_id <> OLD.service_id BEGIN
	INSERT INTO window_deltas (length, day, active, twice, retained)
		SELECT length, at, -sum(active), -sum(twice), -sum(retained) FROM window_shares WHERE person_id = OLD.person_id AND day = OLD.day GROUP BY length, at
		ON CONFLICT (length, day) DO UPDATE SET active = active + excluded.active, twice = twice + excluded.twice, retained = retained + excluded.retained;
	INSERT INTO gap_counts (service_id, gap, times)
		SELECT OLD.service_id, OLD.next_day - OLD.day, -1 WHERE OLD.next_day IS NOT NULL ON CONFLICT DO UPDATE SET times = times + excluded.times; END;
--> statement-breakpoint
CREATE TRIGGER visit_days_counted AFTER UPDATE OF prev_day, next_day, service_id ON visit_days
	WHEN NEW.prev_day IS NOT OLD.prev_day OR NEW.next_day IS NOT OLD.next_day OR NEW.service_id <> OLD.service_id BEGIN
	INSERT INTO window_deltas (length, day, active, twice, retained)
		SELECT length, at, sum(active), sum(twice), sum(retained) FROM window_shares WHERE person_id = NEW.person_id AND day = NEW.day GROUP BY length, at
		ON CONFLICT (length, day) DO UPDATE SET active = active + excluded.active, twice = twice + excluded.twice, retained = retained + excluded.retained;
	INSERT INTO gap_counts (service_id, gap, times)
		SELECT NEW.service_id, NEW.next_day - NEW.day, 1 WHERE NEW.next_day IS NOT NULL ON CONFLICT DO UPDATE SET times = times + excluded.times; END;
--> statement-breakpoint
CREATE TRIGGER visit_days_stand_again BEFORE UPDATE OF next_day, active_until, lapses_on ON visit_days
	WHEN NEW.next_day IS NOT OLD.next_day OR NEW.active_until <> OLD.active_until OR NEW.lapses_on <> OLD.lapses_on BEGIN
	INSERT INTO standing_deltas (day, active, lapsed, leaving)
		SELECT at, -sum(active), -sum(lapsed), -sum(leaving) FROM standing_shares WHERE person_id = OLD.person_id AND day = OLD.day GROUP BY at
		ON CONFLICT (day) DO UPDATE SET active = active + excluded.active, lapsed = lapsed + excluded.lapsed, leaving = leaving + excluded.leaving; END;
--> statement-breakpoint
CREATE TRIGGER visit_days_stood AFTER UPDATE OF next_day, active_until, lapses_on ON visit_days
	WHEN NEW.next_day IS NOT OLD.next_day OR NEW.active_until <> OLD.active_until OR NEW.lapses_on <> OLD.lapses_on BEGIN
	INSERT INTO standing_deltas (day, active, lapsed, leaving)
		SELECT at, sum(active), sum(lapsed), sum(leaving) FROM standing_shares WHERE person_id = NEW.person_id AND day = NEW.day GROUP BY at
		ON CONFLICT (day) DO UPDATE SET active = active + excluded.active, lapsed = lapsed + excluded.lapsed, leaving = leaving + excluded.leaving; END;
--> statement-breakpoint
CREATE TRIGGER visit_days_uncount BEFORE DELETE ON visit_days BEGIN
	INSERT INTO window_deltas (length, day, active, twice, retained)
		SELECT length, at, -sum(active), -sum(twice), -sum(retained) FROM window_shares WHERE person_id = OLD.person_id AND day = OLD.day GROUP BY length, at
		ON CONFLICT (length, day) DO UPDATE SET active = active + excluded.active, twice = twice + excluded.twice, retained = retained + excluded.retained;
	INSERT INTO gap_counts (service_id, gap, times)
		SELECT OLD.service_id, OLD.next_day - OLD.day, -1 WHERE OLD.next_day IS NOT NULL ON CONFLICT DO UPDATE SET times = times + excluded.times;
	INSERT INTO standing_deltas (day, active, lapsed, leaving)
		SELECT at, -sum(active), -sum(lapsed), -sum(leaving) FROM standing_shares WHERE person_id = OLD.person_id AND day = OLD.day GROUP BY at
		ON CONFLICT (day) DO UPDATE SET active = active + excluded.active, lapsed = lapsed + excluded.lapsed, leaving = leaving + excluded.leaving; END;
--> statement-breakpoint
-- By their own rhythm as far as it is known, drawn to that of what they had (P-10, C-7, M-9, M-10): own gaps count with
-- three or more visits, a shop's as much as three of theirs.
CREATE VIEW rhythm_of_visits AS SELECT person_id, day, day + CAST(expected AS INTEGER) AS expected_on, day + CAST(expected + spread AS INTEGER) + 1 AS late_on,
	day + CAST(2 * expected AS INTEGER) AS active_until, day + CAST(max(own, usual + 2 * mad, 30) AS INTEGER) + 1 AS lapses_on
	FROM (SELECT v.person_id, v.day, r.median_gap AS usual, r.mad_gap AS mad, iif(v.gaps >= 2, 2 * v.median_gap, 0) AS own,
		iif(v.gaps >= 2, (v.gaps * v.median_gap + 3 * r.median_gap) / (v.gaps + 3), r.median_gap) AS expected,
		iif(v.gaps >= 2, (v.gaps * v.mad_gap + 3 * r.mad_gap) / (v.gaps + 3), r.mad_gap) AS spread
		FROM visit_days v JOIN rhythms r ON r.service_id = coalesce((SELECT own.service_id FROM rhythms own WHERE own.service_id = v.service_id), ''));
--> statement-breakpoint
CREATE VIEW customer_sums AS SELECT a.person_id, a.first_day, (SELECT v.next_day FROM visit_days v WHERE v.person_id = a.person_id AND v.day = a.first_day) AS second_day, a.last_day,
	a.visits, a.purchases, a.gross_vnd, a.discount_vnd, a.net_vnd, l.service_id, l.median_gap, l.expected_on, l.late_on, l.active_until, l.lapses_on
	FROM (SELECT person_id, min(day) AS first_day, max(day) AS last_day, count(*) AS visits, sum(purchases) AS purchases, sum(gross_vnd) AS gross_vnd,
		sum(discount_vnd) AS discount_vnd, sum(net_vnd) AS net_vnd FROM visit_days GROUP BY person_id) a
	JOIN visit_days l ON l.person_id = a.person_id AND l.day = a.last_day;
--> statement-breakpoint
CREATE TRIGGER visit_days_new AFTER INSERT ON visit_days BEGIN
	INSERT INTO day_figures (day, visits) VALUES (NEW.day, 1) ON CONFLICT (day) DO UPDATE SET visits = visits + 1;
	INSERT INTO window_deltas (length, day, active, twice, retained)
		SELECT length, at, sum(active), sum(twice), sum(retained) FROM window_shares WHERE person_id = NEW.person_id AND day = NEW.day GROUP BY length, at
		ON CONFLICT (length, day) DO UPDATE SET active = active + excluded.active, twice = twice + excluded.twice, retained = retained + excluded.retained;
	INSERT INTO gap_counts (service_id, gap, times)
		SELECT NEW.service_id, NEW.next_day - NEW.day, 1 WHERE NEW.next_day IS NOT NULL ON CONFLICT DO UPDATE SET times = times + excluded.times;
	INSERT INTO standing_deltas (day, active, lapsed, leaving)
		SELECT at, sum(active), sum(lapsed), sum(leaving) FROM standing_shares WHERE person_id = NEW.person_id AND day = NEW.day GROUP BY at
		ON CONFLICT (day) DO UPDATE SET active = active + excluded.active, lapsed = lapsed + excluded.lapsed, leaving = leaving + excluded.leaving;
	UPDATE visit_days SET next_day = NEW.day WHERE person_id = NEW.person_id AND day = NEW.prev_day;
	UPDATE visit_days SET prev_day = NEW.day WHERE person_id = NEW.person_id AND day = NEW.next_day;
	UPDATE visit_days SET gaps = (SELECT count(*) FROM visit_days w WHERE w.person_id = visit_days.person_id AND w.day <= visit_days.day AND w.prev_day IS NOT NULL),
		median_gap = (SELECT avg(gap) FROM (SELECT w.day - w.prev_day AS gap, row_number() OVER (ORDER BY w.day - w.prev_day) AS place, count(*) OVER () AS all_of_them
			FROM visit_days w WHERE w.person_id = visit_days.person_id AND w.day <= visit_days.day AND w.prev_day IS NOT NULL) WHERE place IN ((all_of_them + 1) / 2, (all_of_them + 2) / 2)) WHERE person_id = NEW.person_id AND day >= NEW.day AND NOT (SELECT merging FROM figure_settings);
	UPDATE visit_days SET mad_gap = (SELECT avg(gap) FROM (SELECT abs(w.day - w.prev_day - visit_days.median_gap) AS gap, row_number() OVER (ORDER BY abs(w.day - w.prev_day - visit_days.median_gap)) AS place, count(*) OVER () AS all_of_them
			FROM visit_days w WHERE w.person_id = visit_days.person_id AND w.day <= visit_days.day AND w.prev_day IS NOT NULL) WHERE place IN ((all_of_them + 1) / 2, (all_of_them + 2) / 2)) WHERE person_id = NEW.person_id AND day >= NEW.day AND gaps > 0 AND NOT (SELECT merging FROM figure_settings);
	UPDATE visit_days SET (expected_on, late_on, active_until, lapses_on) = (SELECT s.expected_on, s.late_on, s.active_until, s.lapses_on FROM rhythm_of_visits s
		WHERE s.person_id = visit_days.person_id AND s.day = visit_days.day) WHERE person_id = NEW.person_id AND day >= NEW.day AND NOT (SELECT merging FROM figure_settings);
	INSERT INTO customer_figures (person_id, first_day, second_day, last_day, visits, purchases, gross_vnd, discount_vnd, net_vnd, service_id, median_gap, expected_on, late_on, active_until, lapses_on) SELECT * FROM customer_sums WHERE person_id = NEW.person_id
		ON CONFLICT (person_id) DO UPDATE SET first_day = excluded.first_day, second_day = excluded.second_day, last_day = excluded.last_day, visits = excluded.visits, purchases = excluded.purchases, gross_vnd = excluded.gross_vnd, discount_vnd = excluded.discount_vnd, net_vnd = excluded.net_vnd, service_id = excluded.service_id, median_gap = excluded.median_gap, expected_on = excluded.expected_on, late_on = excluded.late_on, active_until = excluded.active_until, lapses_on = excluded.lapses_on;
	INSERT INTO cohort_cells (first_month, month, customers) SELECT (strftime('%Y', f.first_day * 86400, 'unixepoch') * 12 + strftime('%m', f.first_day * 86400, 'unixepoch') - 1), NEW.month, 1 FROM customer_figures f WHERE f.person_id = NEW.person_id
		AND NOT EXISTS (SELECT 1 FROM visit_days v WHERE v.person_id = NEW.person_id AND v.month = NEW.month AND v.day <> NEW.day)
		ON CONFLICT DO UPDATE SET customers = customers + 1;
	UPDATE cohort_cells SET net_vnd = net_vnd + NEW.net_vnd WHERE month = NEW.month
		AND first_month = (SELECT (strftime('%Y', f.first_day * 86400, 'unixepoch') * 12 + strftime('%m', f.first_day * 86400, 'unixepoch') - 1) FROM customer_figures f WHERE f.person_id = NEW.person_id); END;
--> statement-breakpoint
CREATE TRIGGER visit_days_gone AFTER DELETE ON visit_days BEGIN
	INSERT INTO day_figures (day, visits) VALUES (OLD.day, -1) ON CONFLICT (day) DO UPDATE SET visits = visits - 1;
	UPDATE cohort_cells SET net_vnd = net_vnd - OLD.net_vnd WHERE month = OLD.month
		AND first_month = (SELECT (strftime('%Y', f.first_day * 86400, 'unixepoch') * 12 + strftime('%m', f.first_day * 86400, 'unixepoch') - 1) FROM customer_figures f WHERE f.person_id = OLD.person_id);
	UPDATE cohort_cells SET customers = customers - 1 WHERE month = OLD.month AND first_month = (SELECT (strftime('%Y', f.first_day * 86400, 'unixepoch') * 12 + strftime('%m', f.first_day * 86400, 'unixepoch') - 1) FROM customer_figures f WHERE f.person_id = OLD.person_id)
		AND NOT EXISTS (SELECT 1 FROM visit_days v WHERE v.person_id = OLD.person_id AND v.month = OLD.month);
	UPDATE visit_days SET next_day = OLD.next_day WHERE person_id = OLD.person_id AND day = OLD.prev_day;
	UPDATE visit_days SET prev_day = OLD.prev_day WHERE person_id = OLD.person_id AND day = OLD.next_day;
	UPDATE visit_days SET gaps = (SELECT count(*) FROM visit_days w WHERE w.person_id = visit_days.person_id AND w.day <= visit_days.day AND w.prev_day IS NOT NULL),
		median_gap = (SELECT avg(gap) FROM (SELECT w.day - w.prev_day AS gap, row_number() OVER (ORDER BY w.day - w.prev_day) AS place, count(*) OVER () AS all_of_them
			FROM visit_days w WHERE w.person_id = visit_days.person_id AND w.day <= visit_days.day AND w.prev_day IS NOT NULL) WHERE place IN ((all_of_them + 1) / 2, (all_of_them + 2) / 2)) WHERE person_id = OLD.person_id AND day >= OLD.day AND NOT (SELECT merging FROM figure_settings);
	UPDATE visit_days SET mad_gap = (SELECT avg(gap) FROM (SELECT abs(w.day - w.prev_day - visit_days.median_gap) AS gap, row_number() OVER (ORDER BY abs(w.day - w.prev_day - visit_days.median_gap)) AS place, count(*) OVER () AS all_of_them
			FROM visit_days w WHERE w.person_id = visit_days.person_id AND w.day <= visit_days.day AND w.prev_day IS NOT NULL) WHERE place IN ((all_of_them + 1) / 2, (all_of_them + 2) / 2)) WHERE person_id = OLD.person_id AND day >= OLD.day AND gaps > 0 AND NOT (SELECT merging FROM figure_settings);
	UPDATE visit_days SET (expected_on, late_on, active_until, lapses_on) = (SELECT s.expected_on, s.late_on, s.active_until, s.lapses_on FROM rhythm_of_visits s
		WHERE s.person_id = visit_days.person_id AND s.day = visit_days.day) WHERE person_id = OLD.person_id AND day >= OLD.day AND NOT (SELECT merging FROM figure_settings);
	INSERT INTO customer_figures (person_id, first_day, second_day, last_day, visits, purchases, gross_vnd, discount_vnd, net_vnd, service_id, median_gap, expected_on, late_on, active_until, lapses_on) SELECT * FROM customer_sums WHERE person_id = OLD.person_id
		ON CONFLICT (person_id) DO UPDATE SET first_day = excluded.first_day, second_day = excluded.second_day, last_day = excluded.last_day, visits = excluded.visits, purchases = excluded.purchases, gross_vnd = excluded.gross_vnd, discount_vnd = excluded.discount_vnd, net_vnd = excluded.net_vnd, service_id = excluded.service_id, median_gap = excluded.median_gap, expected_on = excluded.expected_on, late_on = excluded.late_on, active_until = excluded.active_until, lapses_on = excluded.lapses_on;
	DELETE FROM customer_figures WHERE person_id = OLD.person_id AND NOT EXISTS (SELECT 1 FROM visit_days v WHERE v.person_id = OLD.person_id); END;
--> statement-breakpoint
CREATE TRIGGER visit_days_change AFTER UPDATE OF purchases, gross_vnd, discount_vnd, net_vnd, service_id ON visit_days BEGIN
	UPDATE visit_days SET (expected_on, late_on, active_until, lapses_on) = (SELECT s.expected_on, s.late_on, s.active_until, s.lapses_on FROM rhythm_of_visits s
		WHERE s.person_id = NEW.person_id AND s.day = NEW.day) WHERE person_id = NEW.person_id AND day = NEW.day AND NEW.service_id <> OLD.service_id;
	UPDATE cohort_cells SET net_vnd = net_vnd + NEW.net_vnd - OLD.net_vnd WHERE month = NEW.month AND NEW.net_vnd <> OLD.net_vnd
		AND first_month = (SELECT (strftime('%Y', f.first_day * 86400, 'unixepoch') * 12 + strftime('%m', f.first_day * 86400, 'unixepoch') - 1) FROM customer_figures f WHERE f.person_id = NEW.person_id);
	INSERT INTO customer_figures (person_id, first_day, second_day, last_day, visits, purchases, gross_vnd, discount_vnd, net_vnd, service_id, median_gap, expected_on, late_on, active_until, lapses_on) SELECT * FROM customer_sums WHERE person_id = NEW.person_id
		ON CONFLICT (person_id) DO UPDATE SET first_day = excluded.first_day, second_day = excluded.second_day, last_day = excluded.last_day, visits = excluded.visits, purchases = excluded.purchases, gross_vnd = excluded.gross_vnd, discount_vnd = excluded.discount_vnd, net_vnd = excluded.net_vnd, service_id = excluded.service_id, median_gap = excluded.median_gap, expected_on = excluded.expected_on, late_on = excluded.late_on, active_until = excluded.active_until, lapses_on = excluded.lapses_on; END;
--> statement-breakpoint
-- Who came first when, and how long they stayed.
CREATE TRIGGER customer_figures_new AFTER INSERT ON customer_figures BEGIN
	INSERT INTO first_days (day, customers, within_30, within_45, within_60, within_90) VALUES (NEW.first_day, 1, coalesce(NEW.second_day - NEW.first_day <= 30, 0), coalesce(NEW.second_day - NEW.first_day <= 45, 0), coalesce(NEW.second_day - NEW.first_day <= 60, 0), coalesce(NEW.second_day - NEW.first_day <= 90, 0))
		ON CONFLICT (day) DO UPDATE SET customers = customers + excluded.customers, within_30 = within_30 + excluded.within_30, within_45 = within_45 + excluded.within_45, within_60 = within_60 + excluded.within_60, within_90 = within_90 + excluded.within_90;
	INSERT INTO cohort_lasts (first_month, last_month, customers) VALUES ((strftime('%Y', NEW.first_day * 86400, 'unixepoch') * 12 + strftime('%m', NEW.first_day * 86400, 'unixepoch') - 1), (strftime('%Y', NEW.last_day * 86400, 'unixepoch') * 12 + strftime('%m', NEW.last_day * 86400, 'unixepoch') - 1), 1) ON CONFLICT DO UPDATE SET customers = customers + excluded.customers; END;
--> statement-breakpoint
CREATE TRIGGER customer_figures_gone AFTER DELETE ON customer_figures BEGIN
	INSERT INTO first_days (day, customers, within_30, within_45, within_60, within_90) VALUES (OLD.first_day, -1, -coalesce(OLD.second_day - OLD.first_day <= 30, 0), -coalesce(OLD.second_day - OLD.first_day <= 45, 0), -coalesce(OLD.second_day - OLD.first_day <= 60, 0), -coalesce(OLD.second_day - OLD.first_day <= 90, 0))
		ON CONFLICT (day) DO UPDATE SET customers = customers + excluded.customers, within_30 = within_30 + excluded.within_30, within_45 = within_45 + excluded.within_45, within_60 = within_60 + excluded.within_60, within_90 = within_90 + excluded.within_90;
	INSERT INTO cohort_lasts (first_month, last_month, customers) VALUES ((strftime('%Y', OLD.first_day * 86400, 'unixepoch') * 12 + strftime('%m', OLD.first_day * 86400, 'unixepoch') - 1), (strftime('%Y', OLD.last_day * 86400, 'unixepoch') * 12 + strftime('%m', OLD.last_day * 86400, 'unixepoch') - 1), -1) ON CONFLICT DO UPDATE SET customers = customers + excluded.customers; END;
--> statement-breakpoint
CREATE TRIGGER customer_figures_change AFTER UPDATE OF first_day, second_day, last_day ON customer_figures
	WHEN NEW.first_day <> OLD.first_day OR NEW.second_day IS NOT OLD.second_day OR NEW.last_day <> OLD.last_day BEGIN
	INSERT INTO first_days (day, customers, within_30, within_45, within_60, within_90) VALUES (OLD.first_day, -1, -coalesce(OLD.second_day - OLD.first_day <= 30, 0), -coalesce(OLD.second_day - OLD.first_day <= 45, 0), -coalesce(OLD.second_day - OLD.first_day <= 60, 0), -coalesce(OLD.second_day - OLD.first_day <= 90, 0))
		ON CONFLICT (day) DO UPDATE SET customers = customers + excluded.customers, within_30 = within_30 + excluded.within_30, within_45 = within_45 + excluded.within_45, within_60 = within_60 + excluded.within_60, within_90 = within_90 + excluded.within_90;
	INSERT INTO cohort_lasts (first_month, last_month, customers) VALUES ((strftime('%Y', OLD.first_day * 86400, 'unixepoch') * 12 + strftime('%m', OLD.first_day * 86400, 'unixepoch') - 1), (strftime('%Y', OLD.last_day * 86400, 'unixepoch') * 12 + strftime('%m', OLD.last_day * 86400, 'unixepoch') - 1), -1) ON CONFLICT DO UPDATE SET customers = customers + excluded.customers;
	INSERT INTO first_days (day, customers, within_30, within_45, within_60, within_90) VALUES (NEW.first_day, 1, coalesce(NEW.second_day - NEW.first_day <= 30, 0), coalesce(NEW.second_day - NEW.first_day <= 45, 0), coalesce(NEW.second_day - NEW.first_day <= 60, 0), coalesce(NEW.second_day - NEW.first_day <= 90, 0))
		ON CONFLICT (day) DO UPDATE SET customers = customers + excluded.customers, within_30 = within_30 + excluded.within_30, within_45 = within_45 + excluded.within_45, within_60 = within_60 + excluded.within_60, within_90 = within_90 + excluded.within_90;
	INSERT INTO cohort_lasts (first_month, last_month, customers) VALUES ((strftime('%Y', NEW.first_day * 86400, 'unixepoch') * 12 + strftime('%m', NEW.first_day * 86400, 'unixepoch') - 1), (strftime('%Y', NEW.last_day * 86400, 'unixepoch') * 12 + strftime('%m', NEW.last_day * 86400, 'unixepoch') - 1), 1) ON CONFLICT DO UPDATE SET customers = customers + excluded.customers; END;
--> statement-breakpoint
-- Who turns out to have come earlier belongs to another month, with all theirs. A month that has just come or gone is told apart by its own trigger.
CREATE TRIGGER customer_figures_move AFTER UPDATE OF first_day ON customer_figures WHEN (strftime('%Y', NEW.first_day * 86400, 'unixepoch') * 12 + strftime('%m', NEW.first_day * 86400, 'unixepoch') - 1) <> (strftime('%Y', OLD.first_day * 86400, 'unixepoch') * 12 + strftime('%m', OLD.first_day * 86400, 'unixepoch') - 1) BEGIN
	INSERT INTO cohort_cells (first_month, month, customers, net_vnd) SELECT (strftime('%Y', OLD.first_day * 86400, 'unixepoch') * 12 + strftime('%m', OLD.first_day * 86400, 'unixepoch') - 1), month, -1, -sum(net_vnd) FROM visit_days
		WHERE person_id = NEW.person_id AND NOT (month = (strftime('%Y', NEW.first_day * 86400, 'unixepoch') * 12 + strftime('%m', NEW.first_day * 86400, 'unixepoch') - 1) AND NEW.first_day < OLD.first_day) GROUP BY month ON CONFLICT DO UPDATE SET customers = customers - 1, net_vnd = net_vnd + excluded.net_vnd;
	INSERT INTO cohort_cells (first_month, month, customers, net_vnd) SELECT (strftime('%Y', NEW.first_day * 86400, 'unixepoch') * 12 + strftime('%m', NEW.first_day * 86400, 'unixepoch') - 1), month, 1, sum(net_vnd) FROM visit_days
		WHERE person_id = NEW.person_id AND NOT (month = (strftime('%Y', NEW.first_day * 86400, 'unixepoch') * 12 + strftime('%m', NEW.first_day * 86400, 'unixepoch') - 1) AND NEW.first_day < OLD.first_day) GROUP BY month ON CONFLICT DO UPDATE SET customers = customers + 1, net_vnd = net_vnd + excluded.net_vnd; END;
--> statement-breakpoint
-- Points, vouchers and messages by day.
CREATE TRIGGER postings_by_day AFTER INSERT ON postings WHEN NEW.lot_id IS NULL AND NEW.account <> 'owed' BEGIN
	INSERT INTO point_days (day, issued, returned, corrected, taken_back, spent, lapsed)
		SELECT (e.at + (SELECT offset_ms FROM zone_offsets z WHERE z.from_at <= e.at ORDER BY z.from_at DESC LIMIT 1)) / 86400000, iif(NEW.account = 'issued', -NEW.amount, 0), iif(NEW.account = 'spent' AND NEW.amount < 0, -NEW.amount, 0),
			iif(NEW.account = 'corrected', -NEW.amount, 0), iif(NEW.account = 'taken_back', NEW.amount, 0),
			iif(NEW.account = 'spent' AND NEW.amount > 0, NEW.amount, 0), iif(NEW.account = 'lapsed', NEW.amount, 0)
		FROM ledger_entries e WHERE e.id = NEW.entry_id AND e.wallet = 'points'
		ON CONFLICT (day) DO UPDATE SET issued = issued + excluded.issued, returned = returned + excluded.returned, corrected = corrected + excluded.corrected,
			taken_back = taken_back + excluded.taken_back, spent = spent + excluded.spent, lapsed = lapsed + excluded.lapsed; END;
--> statement-breakpoint
CREATE TRIGGER vouchers_by_day_new AFTER INSERT ON vouchers WHEN NEW.state = 'used' BEGIN
	INSERT INTO voucher_days (day, gifts_vnd, gifts_by_points_vnd, discounts_by_points_vnd, points)
		SELECT (NEW.ended_at + (SELECT offset_ms FROM zone_offsets z WHERE z.from_at <= NEW.ended_at ORDER BY z.from_at DESC LIMIT 1)) / 86400000, iif(o.kind = 'gift', NEW.cost_vnd, 0), iif(o.kind = 'gift' AND NEW.points > 0, NEW.cost_vnd, 0),
			iif(o.kind <> 'gift' AND NEW.points > 0, NEW.cost_vnd, 0), NEW.points FROM offers o WHERE o.id = NEW.offer_id AND NEW.state = 'used'
		ON CONFLICT (day) DO UPDATE SET gifts_vnd = gifts_vnd + excluded.gifts_vnd, gifts_by_points_vnd = gifts_by_points_vnd + excluded.gifts_by_points_vnd,
			discounts_by_points_vnd = discounts_by_points_vnd + excluded.discounts_by_points_vnd, points = points + excluded.points; END;
--> statement-breakpoint
CREATE TRIGGER vouchers_by_day AFTER UPDATE OF state, cost_vnd, ended_at ON vouchers WHEN OLD.state = 'used' OR NEW.state = 'used' BEGIN
	INSERT INTO voucher_days (day, gifts_vnd, gifts_by_points_vnd, discounts_by_points_vnd, points)
		SELECT (OLD.ended_at + (SELECT offset_ms FROM zone_offsets z WHERE z.from_at <= OLD.ended_at ORDER BY z.from_at DESC LIMIT 1)) / 86400000, -iif(o.kind = 'gift', OLD.cost_vnd, 0), -iif(o.kind = 'gift' AND OLD.points > 0, OLD.cost_vnd, 0),
			-iif(o.kind <> 'gift' AND OLD.points > 0, OLD.cost_vnd, 0), -OLD.points FROM offers o WHERE o.id = OLD.offer_id AND OLD.state = 'used'
		ON CONFLICT (day) DO UPDATE SET gifts_vnd = gifts_vnd + excluded.gifts_vnd, gifts_by_points_vnd = gifts_by_points_vnd + excluded.gifts_by_points_vnd,
			discounts_by_points_vnd = discounts_by_points_vnd + excluded.discounts_by_points_vnd, points = points + excluded.points;
	INSERT INTO voucher_days (day, gifts_vnd, gifts_by_points_vnd, discounts_by_points_vnd, points)
		SELECT (NEW.ended_at + (SELECT offset_ms FROM zone_offsets z WHERE z.from_at <= NEW.ended_at ORDER BY z.from_at DESC LIMIT 1)) / 86400000, iif(o.kind = 'gift', NEW.cost_vnd, 0), iif(o.kind = 'gift' AND NEW.points > 0, NEW.cost_vnd, 0),
			iif(o.kind <> 'gift' AND NEW.points > 0, NEW.cost_vnd, 0), NEW.points FROM offers o WHERE o.id = NEW.offer_id AND NEW.state = 'used'
		ON CONFLICT (day) DO UPDATE SET gifts_vnd = gifts_vnd + excluded.gifts_vnd, gifts_by_points_vnd = gifts_by_points_vnd + excluded.gifts_by_points_vnd,
			discounts_by_points_vnd = discounts_by_points_vnd + excluded.discounts_by_points_vnd, points = points + excluded.points; END;
--> statement-breakpoint
CREATE TRIGGER outbox_by_day_new AFTER INSERT ON outbox WHEN NEW.sent_at IS NOT NULL BEGIN
	INSERT INTO message_days (day, intent, sent, delivered, seen, clicked, cost_vnd)
		SELECT (NEW.sent_at + (SELECT offset_ms FROM zone_offsets z WHERE z.from_at <= NEW.sent_at ORDER BY z.from_at DESC LIMIT 1)) / 86400000, NEW.intent, 1, (NEW.delivered_at IS NOT NULL), (NEW.seen_at IS NOT NULL OR NEW.clicked_at IS NOT NULL), (NEW.clicked_at IS NOT NULL), NEW.cost_vnd
		WHERE NEW.sent_at IS NOT NULL ON CONFLICT (day, intent) DO UPDATE SET sent = sent + excluded.sent, delivered = delivered + excluded.delivered, seen = seen + excluded.seen, clicked = clicked + excluded.clicked, cost_vnd = cost_vnd + excluded.cost_vnd; END;
--> statement-breakpoint
CREATE TRIGGER outbox_by_day AFTER UPDATE OF sent_at, delivered_at, seen_at, clicked_at, cost_vnd ON outbox
	WHEN NEW.sent_at IS NOT OLD.sent_at OR (NEW.sent_at IS NOT NULL AND (NEW.delivered_at IS NULL) + 2 * (NEW.seen_at IS NULL) + 4 * (NEW.clicked_at IS NULL) <> (OLD.delivered_at IS NULL) + 2 * (OLD.seen_at IS NULL) + 4 * (OLD.clicked_at IS NULL))
		OR (NEW.sent_at IS NOT NULL AND NEW.cost_vnd <> OLD.cost_vnd) BEGIN
	INSERT INTO message_days (day, intent, sent, delivered, seen, clicked, cost_vnd)
		SELECT (OLD.sent_at + (SELECT offset_ms FROM zone_offsets z WHERE z.from_at <= OLD.sent_at ORDER BY z.from_at DESC LIMIT 1)) / 86400000, OLD.intent, -1, -(OLD.delivered_at IS NOT NULL), -(OLD.seen_at IS NOT NULL OR OLD.clicked_at IS NOT NULL), -(OLD.clicked_at IS NOT NULL), -OLD.cost_vnd
		WHERE OLD.sent_at IS NOT NULL ON CONFLICT (day, intent) DO UPDATE SET sent = sent + excluded.sent, delivered = delivered + excluded.delivered, seen = seen + excluded.seen, clicked = clicked + excluded.clicked, cost_vnd = cost_vnd + excluded.cost_vnd;
	INSERT INTO message_days (day, intent, sent, delivered, seen, clicked, cost_vnd)
		SELECT (NEW.sent_at + (SELECT offset_ms FROM zone_offsets z WHERE z.from_at <= NEW.sent_at ORDER BY z.from_at DESC LIMIT 1)) / 86400000, NEW.intent, 1, (NEW.delivered_at IS NOT NULL), (NEW.seen_at IS NOT NULL OR NEW.clicked_at IS NOT NULL), (NEW.clicked_at IS NOT NULL), NEW.cost_vnd
		WHERE NEW.sent_at IS NOT NULL ON CONFLICT (day, intent) DO UPDATE SET sent = sent + excluded.sent, delivered = delivered + excluded.delivered, seen = seen + excluded.seen, clicked = clicked + excluded.clicked, cost_vnd = cost_vnd + excluded.cost_vnd; END;
--> statement-breakpoint
-- What there is already.
INSERT INTO purchase_facts SELECT * FROM purchase_sources ORDER BY day;
--> statement-breakpoint
INSERT INTO point_days (day, issued, returned, corrected, taken_back, spent, lapsed)
	SELECT (e.at + (SELECT offset_ms FROM zone_offsets z WHERE z.from_at <= e.at ORDER BY z.from_at DESC LIMIT 1)) / 86400000 AS day, coalesce(-sum(iif(p.account = 'issued', p.amount, 0)), 0), coalesce(-sum(iif(p.account = 'spent' AND p.amount < 0, p.amount, 0)), 0),
		coalesce(-sum(iif(p.account = 'corrected', p.amount, 0)), 0), coalesce(sum(iif(p.account = 'taken_back', p.amount, 0)), 0),
		coalesce(sum(iif(p.account = 'spent' AND p.amount > 0, p.amount, 0)), 0), coalesce(sum(iif(p.account = 'lapsed', p.amount, 0)), 0)
	FROM ledger_entries e JOIN postings p ON p.entry_id = e.id WHERE e.wallet = 'points' AND p.lot_id IS NULL AND p.account <> 'owed' GROUP BY 1;
--> statement-breakpoint
INSERT INTO voucher_days (day, gifts_vnd, gifts_by_points_vnd, discounts_by_points_vnd, points)
	SELECT (v.ended_at + (SELECT offset_ms FROM zone_offsets z WHERE z.from_at <= v.ended_at ORDER BY z.from_at DESC LIMIT 1)) / 86400000 AS day, sum(iif(o.kind = 'gift', v.cost_vnd, 0)), sum(iif(o.kind = 'gift' AND v.points > 0, v.cost_vnd, 0)), sum(iif(o.kind <> 'gift' AND v.points > 0, v.cost_vnd, 0)), sum(v.points)
	FROM vouchers v JOIN offers o ON o.id = v.offer_id WHERE v.state = 'used' GROUP BY 1;
--> statement-breakpoint
INSERT INTO message_days (day, intent, sent, delivered, seen, clicked, cost_vnd)
	SELECT (m.sent_at + (SELECT offset_ms FROM zone_offsets z WHERE z.from_at <= m.sent_at ORDER BY z.from_at DESC LIMIT 1)) / 86400000 AS day, m.intent, count(*), sum(m.delivered_at IS NOT NULL), sum(m.seen_at IS NOT NULL OR m.clicked_at IS NOT NULL), sum(m.clicked_at IS NOT NULL), sum(m.cost_vnd)
	FROM outbox m WHERE m.sent_at IS NOT NULL GROUP BY 1, 2;
