CREATE TABLE `booking_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`status` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `booking_events_of` ON `booking_events` (`booking_id`);--> statement-breakpoint
CREATE TABLE `bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text,
	`service_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`source` text NOT NULL,
	`status` text NOT NULL,
	`status_at` integer NOT NULL,
	`status_by` text NOT NULL,
	`status_reason` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`service_name` text NOT NULL,
	`price_vnd` integer NOT NULL,
	`discount_vnd` integer DEFAULT 0 NOT NULL,
	`covered_by_points_vnd` integer DEFAULT 0 NOT NULL,
	`note` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "booking_takes_time" CHECK("bookings"."ends_at" > "bookings"."starts_at" and "bookings"."ends_at" <= "bookings"."starts_at" + 86400000),
	CONSTRAINT "booking_paid_not_negative" CHECK("bookings"."discount_vnd" + "bookings"."covered_by_points_vnd" <= "bookings"."price_vnd")
);
--> statement-breakpoint
CREATE INDEX `bookings_by_time` ON `bookings` (`starts_at`);--> statement-breakpoint
CREATE INDEX `bookings_busy` ON `bookings` (`staff_id`,`starts_at`,`ends_at`) WHERE "bookings"."status" in ('booked', 'arrived');--> statement-breakpoint
CREATE INDEX `bookings_of_customer` ON `bookings` (`customer_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `days_off` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `days_off_until` ON `days_off` (`to_day`);--> statement-breakpoint
CREATE TABLE `services` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`category` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`price_vnd` integer NOT NULL,
	`photo_url` text,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `shop` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`phone` text NOT NULL,
	`zone` text DEFAULT 'Asia/Ho_Chi_Minh' NOT NULL,
	`brand_color` text DEFAULT '#0F766E' NOT NULL,
	`points_unit_vnd` integer DEFAULT 10000 NOT NULL,
	`slot_minutes` integer DEFAULT 15 NOT NULL,
	`lead_minutes` integer DEFAULT 60 NOT NULL,
	`horizon_days` integer DEFAULT 30 NOT NULL,
	`cancel_hours` integer DEFAULT 2 NOT NULL,
	`max_open_bookings` integer DEFAULT 3 NOT NULL,
	`feedback_after_minutes` integer DEFAULT 60 NOT NULL,
	`adjustment_limit_points` integer DEFAULT 100 NOT NULL,
	CONSTRAINT "shop_is_one" CHECK("shop"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `staff_members` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`photo_url` text,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `weekly_hours` (
	`id` integer PRIMARY KEY NOT NULL,
	`staff_id` text,
	`weekday` integer NOT NULL,
	`start_minute` integer NOT NULL,
	`length_minutes` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `weekly_hours_of` ON `weekly_hours` (`staff_id`,`weekday`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`purpose` text NOT NULL,
	`granted` integer NOT NULL,
	`text_version` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consents_of` ON `consents` (`customer_id`);--> statement-breakpoint
CREATE TABLE `customers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`phone` text,
	`phone_proven_at` integer,
	`zalo_user_id` text,
	`oa_user_id` text,
	`follows_oa` integer DEFAULT false NOT NULL,
	`avatar_url` text,
	`language` text DEFAULT 'vi' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customers_by_zalo` ON `customers` (`zalo_user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `customers_by_oa` ON `customers` (`oa_user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `customers_by_proven_phone` ON `customers` (`phone`) WHERE "customers"."phone_proven_at" is not null;--> statement-breakpoint
CREATE INDEX `customers_by_phone` ON `customers` (`phone`);--> statement-breakpoint
CREATE INDEX `customers_by_name` ON `customers` (`name_folded`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_of` ON `sessions` (`customer_id`);--> statement-breakpoint
CREATE TABLE `feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`rating` integer NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rating_one_to_five" CHECK("feedback"."rating" between 1 and 5)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feedback_once_per_visit` ON `feedback` (`booking_id`);--> statement-breakpoint
CREATE INDEX `feedback_of` ON `feedback` (`customer_id`);--> statement-breakpoint
CREATE INDEX `feedback_by_time` ON `feedback` (`at`);--> statement-breakpoint
CREATE TABLE `adjustments` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`points` integer NOT NULL,
	`reason_code` text NOT NULL,
	`note` text NOT NULL,
	`status` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "adjustment_second_person" CHECK("adjustments"."decided_by" is null or "adjustments"."decided_by" <> "adjustments"."by")
);
--> statement-breakpoint
CREATE INDEX `adjustments_of` ON `adjustments` (`customer_id`);--> statement-breakpoint
CREATE INDEX `adjustments_waiting` ON `adjustments` (`at`) WHERE "adjustments"."status" = 'waiting';--> statement-breakpoint
CREATE TABLE `points_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`points` integer NOT NULL,
	`reason` text NOT NULL,
	`cause` text NOT NULL,
	`eligible_vnd` integer,
	`unit_vnd` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "points_not_zero" CHECK("points_entries"."points" <> 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `points_once_per_cause` ON `points_entries` (`reason`,`cause`);--> statement-breakpoint
CREATE INDEX `points_of` ON `points_entries` (`customer_id`,`points`);--> statement-breakpoint
CREATE TABLE `redemptions` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`reward_id` text NOT NULL,
	`reward_name` text NOT NULL,
	`points` integer NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reward_id`) REFERENCES `rewards`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `redemptions_of` ON `redemptions` (`customer_id`);--> statement-breakpoint
CREATE TABLE `rewards` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`points_cost` integer NOT NULL,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`customer_id` text NOT NULL,
	`about` text NOT NULL,
	`intent` text NOT NULL,
	`params` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`due_at` integer NOT NULL,
	`useless_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`unknown_times` integer DEFAULT 0 NOT NULL,
	`lease_token` text,
	`lease_until` integer,
	`problem` text,
	`zalo_message_id` text,
	`sent_at` integer,
	`delivered_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`due_at`) WHERE "outbox"."state" in ('waiting', 'sending', 'unknown');--> statement-breakpoint
CREATE INDEX `outbox_of` ON `outbox` (`customer_id`);--> statement-breakpoint
CREATE INDEX `outbox_by_zalo` ON `outbox` (`zalo_message_id`) WHERE "outbox"."zalo_message_id" is not null;--> statement-breakpoint
CREATE TABLE `account_sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_sessions_of` ON `account_sessions` (`account_id`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text NOT NULL,
	`role` text NOT NULL,
	`active` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_by_email` ON `accounts` (`email`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`who` text NOT NULL,
	`act` text NOT NULL,
	`about` text NOT NULL,
	`before` text,
	`after` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `owner_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `oa_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`oa_user_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `oa_messages_of` ON `oa_messages` (`oa_user_id`,`at`);--> statement-breakpoint
CREATE TABLE `webhook_events` (
	`key` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`received_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `webhook_events_by_time` ON `webhook_events` (`received_at`);--> statement-breakpoint
CREATE TABLE `zalo_tokens` (
	`oa_id` text PRIMARY KEY NOT NULL,
	`access_token` text NOT NULL,
	`refresh_token` text NOT NULL,
	`expires_at` integer NOT NULL
);
