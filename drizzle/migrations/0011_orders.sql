CREATE TABLE `deposits` (
	`booking_id` text PRIMARY KEY NOT NULL,
	`amount_vnd` integer NOT NULL,
	`why` text NOT NULL,
	`state` text NOT NULL,
	`state_at` integer NOT NULL,
	`state_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`policy_id` integer,
	`reason` text,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`policy_id`) REFERENCES `policies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deposit_of_something" CHECK("deposits"."amount_vnd" > 0)
);
--> statement-breakpoint
CREATE INDEX `deposits_awaited` ON `deposits` (`expires_at`) WHERE "deposits"."state" = 'awaited';--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`key_hash` text NOT NULL,
	`by` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_by_hash` ON `api_keys` (`key_hash`);--> statement-breakpoint
CREATE TABLE `order_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`by` text NOT NULL,
	`reason` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_events_of` ON `order_events` (`order_id`,`id`);--> statement-breakpoint
CREATE TABLE `order_lines` (
	`order_id` text NOT NULL,
	`position` integer NOT NULL,
	`variant_id` text,
	`service_id` text,
	`staff_id` text,
	`name` text NOT NULL,
	`options` text NOT NULL,
	`quantity` integer NOT NULL,
	`unit_price_vnd` integer NOT NULL,
	`off_vnd` integer DEFAULT 0 NOT NULL,
	`returned` integer DEFAULT 0 NOT NULL,
	`refunded_vnd` integer DEFAULT 0 NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`order_id`, `position`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `product_variants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "line_of_something" CHECK("order_lines"."quantity" > 0 and "order_lines"."unit_price_vnd" >= 0),
	CONSTRAINT "line_off_within" CHECK("order_lines"."off_vnd" between 0 and "order_lines"."quantity" * "order_lines"."unit_price_vnd"),
	CONSTRAINT "line_returned_within" CHECK("order_lines"."returned" between 0 and "order_lines"."quantity"
      and "order_lines"."refunded_vnd" between 0 and "order_lines"."quantity" * "order_lines"."unit_price_vnd" - "order_lines"."off_vnd")
);
--> statement-breakpoint
CREATE TABLE `order_refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`shipping_vnd` integer NOT NULL,
	`credit_vnd` integer NOT NULL,
	`lines` text NOT NULL,
	`restock` integer NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "order_refund_within" CHECK("order_refunds"."amount_vnd" >= "order_refunds"."shipping_vnd")
);
--> statement-breakpoint
CREATE INDEX `order_refunds_of` ON `order_refunds` (`order_id`);--> statement-breakpoint
CREATE TABLE `order_settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`pickup` integer DEFAULT true NOT NULL,
	`delivery` integer DEFAULT false NOT NULL,
	`eat_in` integer DEFAULT false NOT NULL,
	`pickup_step_minutes` integer DEFAULT 15 NOT NULL,
	`pickup_most` integer DEFAULT 5 NOT NULL,
	`pickup_lead_minutes` integer DEFAULT 30 NOT NULL,
	`delivery_vnd` integer DEFAULT 0 NOT NULL,
	`free_delivery_from_vnd` integer,
	`delivery_words` text DEFAULT '' NOT NULL,
	`least_vnd` integer DEFAULT 0 NOT NULL,
	`pay_minutes` integer DEFAULT 60 NOT NULL,
	`cash` integer DEFAULT true NOT NULL,
	`transfer` integer DEFAULT true NOT NULL,
	`checkout` integer DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text,
	`source` text NOT NULL,
	`channel` text DEFAULT '' NOT NULL,
	`number` text,
	`fulfilment` text NOT NULL,
	`payment` text NOT NULL,
	`status` text NOT NULL,
	`status_at` integer NOT NULL,
	`status_by` text NOT NULL,
	`status_reason` text,
	`goods_vnd` integer NOT NULL,
	`shipping_vnd` integer DEFAULT 0 NOT NULL,
	`discount_vnd` integer DEFAULT 0 NOT NULL,
	`covered_by_points_vnd` integer DEFAULT 0 NOT NULL,
	`credit_vnd` integer DEFAULT 0 NOT NULL,
	`bill` text,
	`asked` text NOT NULL,
	`pickup_at` integer,
	`table_id` text,
	`recipient` text,
	`phone` text,
	`address` text,
	`note` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`pay_by` integer,
	`seen_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`table_id`) REFERENCES `dining_tables`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "order_sums" CHECK("orders"."goods_vnd" >= 0 and "orders"."shipping_vnd" >= 0 and "orders"."discount_vnd" >= 0
      and "orders"."covered_by_points_vnd" >= 0 and "orders"."discount_vnd" + "orders"."covered_by_points_vnd" <= "orders"."goods_vnd"
      and "orders"."credit_vnd" between 0 and "orders"."goods_vnd" + "orders"."shipping_vnd" - "orders"."discount_vnd" - "orders"."covered_by_points_vnd")
);
--> statement-breakpoint
CREATE INDEX `orders_by_time` ON `orders` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_of_customer` ON `orders` (`customer_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `orders_open` ON `orders` (`created_at`) WHERE "orders"."status" not in ('done', 'cancelled', 'returned');--> statement-breakpoint
CREATE INDEX `orders_fetched` ON `orders` (`pickup_at`) WHERE "orders"."pickup_at" is not null and "orders"."status" <> 'cancelled';--> statement-breakpoint
CREATE INDEX `orders_unpaid` ON `orders` (`pay_by`) WHERE "orders"."pay_by" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `orders_by_number` ON `orders` (`channel`,`number`) WHERE "orders"."number" is not null;--> statement-breakpoint
CREATE TABLE `checkout_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`zalo_order_id` text NOT NULL,
	`payment_id` text,
	`verdict` text NOT NULL,
	`amount_vnd` integer,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `checkout_events_of` ON `checkout_events` (`zalo_order_id`,`id`);--> statement-breakpoint
CREATE INDEX `checkout_events_by_time` ON `checkout_events` (`at`);--> statement-breakpoint
CREATE TABLE `paybacks` (
	`id` text PRIMARY KEY NOT NULL,
	`for_kind` text NOT NULL,
	`for_id` text NOT NULL,
	`payment_id` text,
	`amount_vnd` integer NOT NULL,
	`way` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`zalo_refund_id` text,
	`ask_at` integer,
	`by` text NOT NULL,
	`created_at` integer NOT NULL,
	`done_by` text,
	`done_at` integer,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payback_of_something" CHECK("paybacks"."amount_vnd" > 0),
	CONSTRAINT "payback_done_or_not" CHECK(("paybacks"."state" = 'done') = ("paybacks"."done_at" is not null))
);
--> statement-breakpoint
CREATE INDEX `paybacks_for` ON `paybacks` (`for_id`,`for_kind`);--> statement-breakpoint
CREATE INDEX `paybacks_open` ON `paybacks` (`created_at`) WHERE "paybacks"."state" in ('due', 'asked', 'failed');--> statement-breakpoint
CREATE INDEX `paybacks_done` ON `paybacks` (`done_at`) WHERE "paybacks"."done_at" is not null;--> statement-breakpoint
CREATE TABLE `dining_tables` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`code` text NOT NULL,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dining_tables_by_code` ON `dining_tables` (`code`);--> statement-breakpoint
CREATE TABLE `product_variants` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`sku` text,
	`price_vnd` integer NOT NULL,
	`stock` integer,
	`active` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stock_never_below_zero" CHECK("product_variants"."stock" is null or "product_variants"."stock" >= 0),
	CONSTRAINT "product_price_not_negative" CHECK("product_variants"."price_vnd" >= 0)
);
--> statement-breakpoint
CREATE INDEX `product_variants_of` ON `product_variants` (`product_id`,`position`);--> statement-breakpoint
CREATE UNIQUE INDEX `product_variants_by_sku` ON `product_variants` (`sku`);--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`category` text NOT NULL,
	`description` text NOT NULL,
	`photo_url` text,
	`options` text NOT NULL,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `stock_moves` (
	`id` integer PRIMARY KEY NOT NULL,
	`variant_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`reason` text NOT NULL,
	`cause` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`variant_id`) REFERENCES `product_variants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stock_moves_of` ON `stock_moves` (`variant_id`,`id`);--> statement-breakpoint
CREATE INDEX `stock_moves_by_cause` ON `stock_moves` (`cause`);--> statement-breakpoint
ALTER TABLE `services` ADD `deposit` text;--> statement-breakpoint
ALTER TABLE `shop` ADD `deposit_minutes` integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `risk_no_shows` integer;--> statement-breakpoint
ALTER TABLE `shop` ADD `risk_days` integer DEFAULT 90 NOT NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `risk_percent` integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE `vouchers` ADD `order_id` text REFERENCES orders(id);--> statement-breakpoint
CREATE INDEX `vouchers_of_order` ON `vouchers` (`order_id`) WHERE "vouchers"."order_id" is not null;--> statement-breakpoint
ALTER TABLE `payments` ADD `zalo_order_id` text;--> statement-breakpoint
ALTER TABLE `payments` ADD `zalo_trans_id` text;--> statement-breakpoint
ALTER TABLE `payments` ADD `zalo_method` text;--> statement-breakpoint
ALTER TABLE `payments` ADD `ask_at` integer;--> statement-breakpoint
ALTER TABLE `payments` ADD `report_code` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `payments_zalo_order_id_unique` ON `payments` (`zalo_order_id`);--> statement-breakpoint
CREATE INDEX `payments_to_ask` ON `payments` (`ask_at`) WHERE "payments"."ask_at" is not null;--> statement-breakpoint
CREATE INDEX `payments_to_report` ON `payments` (`id`) WHERE "payments"."report_code" is not null;--> statement-breakpoint
-- Stock is the sum of its moves; who is not counted takes none.
CREATE TRIGGER stock_moves_count AFTER INSERT ON stock_moves BEGIN
	UPDATE product_variants SET stock = stock + NEW.quantity WHERE id = NEW.variant_id AND stock IS NOT NULL; END;--> statement-breakpoint
CREATE TRIGGER stock_moves_never_change BEFORE UPDATE ON stock_moves BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER stock_moves_never_go BEFORE DELETE ON stock_moves BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
-- Orders go forward; what is done may only come back, what has ended stays.
CREATE TRIGGER orders_go_forward BEFORE UPDATE OF status ON orders WHEN NEW.status <> OLD.status AND (
	OLD.status IN ('cancelled', 'returned')
	OR (OLD.status = 'done' AND NEW.status <> 'returned') OR (NEW.status = 'returned' AND OLD.status <> 'done')
	OR (NEW.status IN ('placed', 'confirmed', 'preparing', 'ready', 'shipping') AND
		instr('placed confirmed preparing ready shipping', NEW.status) < instr('placed confirmed preparing ready shipping', OLD.status)))
	BEGIN SELECT RAISE(ABORT, 'order_goes_forward'); END;--> statement-breakpoint
CREATE TRIGGER orders_tell_new AFTER INSERT ON orders BEGIN
	INSERT INTO order_events (order_id, status, version, by, reason, at) VALUES (NEW.id, NEW.status, NEW.version, NEW.status_by, NEW.status_reason, NEW.status_at); END;--> statement-breakpoint
CREATE TRIGGER orders_tell_changed AFTER UPDATE OF status, version ON orders WHEN NEW.status <> OLD.status OR NEW.version <> OLD.version BEGIN
	INSERT INTO order_events (order_id, status, version, by, reason, at) VALUES (NEW.id, NEW.status, NEW.version, NEW.status_by, NEW.status_reason, NEW.status_at); END;--> statement-breakpoint
CREATE TRIGGER orders_never_go BEFORE DELETE ON orders BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER order_events_never_change BEFORE UPDATE ON order_events BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER order_events_never_go BEFORE DELETE ON order_events BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER order_refunds_never_change BEFORE UPDATE ON order_refunds BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER order_refunds_never_go BEFORE DELETE ON order_refunds BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
-- Money that went back stays gone.
CREATE TRIGGER paybacks_done_stay BEFORE UPDATE ON paybacks WHEN OLD.state IN ('done', 'dropped') BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER paybacks_never_go BEFORE DELETE ON paybacks BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER checkout_events_never_change BEFORE UPDATE ON checkout_events BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER checkout_events_never_go BEFORE DELETE ON checkout_events BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER deposits_never_go BEFORE DELETE ON deposits BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
-- Everything somebody came or paid for, whatever its channel: a visit that was done, an order that was.
CREATE VIEW purchases AS SELECT id, customer_id, starts_at AS at FROM bookings WHERE status = 'completed'
	UNION ALL SELECT id, customer_id, created_at FROM orders WHERE status = 'done';--> statement-breakpoint
INSERT INTO order_settings (id) VALUES (1);--> statement-breakpoint
INSERT INTO triggers (intent, enabled, wait_minutes, condition, deadline_minutes) VALUES
	('order_placed', 1, 0, 'always', 720), ('order_confirmed', 1, 0, 'always', 720), ('order_ready', 1, 0, 'always', 720),
	('order_shipping', 1, 0, 'always', 720), ('order_cancelled', 1, 0, 'always', 1440), ('deposit_asked', 1, 0, 'always', 240),
	('money_back', 1, 0, 'always', 4320);
