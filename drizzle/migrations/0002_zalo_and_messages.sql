CREATE TABLE `intent_templates` (
	`intent` text PRIMARY KEY NOT NULL,
	`template_id` text NOT NULL,
	`params` text NOT NULL,
	`layout` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `messaging` (
	`id` integer PRIMARY KEY NOT NULL,
	`care_from_minute` integer DEFAULT 480 NOT NULL,
	`care_to_minute` integer DEFAULT 1290 NOT NULL,
	`marketing_from_minute` integer DEFAULT 480 NOT NULL,
	`marketing_to_minute` integer DEFAULT 1260 NOT NULL,
	`zalo_night` integer DEFAULT true NOT NULL,
	`per_week` integer DEFAULT 1 NOT NULL,
	`per_month` integer DEFAULT 4 NOT NULL,
	`daily_budget_vnd` integer,
	`oa_message_vnd` integer DEFAULT 0 NOT NULL,
	`prefer_uid` integer DEFAULT true NOT NULL,
	`hash_phones` integer DEFAULT false NOT NULL,
	`development` integer DEFAULT false NOT NULL,
	CONSTRAINT "messaging_is_one" CHECK("messaging"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `triggers` (
	`intent` text PRIMARY KEY NOT NULL,
	`enabled` integer NOT NULL,
	`wait_minutes` integer NOT NULL,
	`condition` text DEFAULT 'always' NOT NULL,
	`deadline_minutes` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `oa_users` (
	`oa_user_id` text PRIMARY KEY NOT NULL,
	`user_id_by_app` text,
	`follows` integer DEFAULT false NOT NULL,
	`follows_at` integer,
	`last_action_at` integer
);
--> statement-breakpoint
CREATE INDEX `oa_users_by_app` ON `oa_users` (`user_id_by_app`);--> statement-breakpoint
CREATE TABLE `zalo_connections` (
	`world` text PRIMARY KEY NOT NULL,
	`app_id` text NOT NULL,
	`oa_id` text NOT NULL,
	`mini_app_id` text NOT NULL,
	`verifier_code` text DEFAULT '' NOT NULL,
	`app_secret` text NOT NULL,
	`oa_secret` text NOT NULL,
	`api_key` text NOT NULL,
	`checkout_key` text NOT NULL,
	`code_verifier` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `zalo_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`detail` text,
	`created_at` integer,
	`read_at` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO oa_users (oa_user_id, user_id_by_app, follows) SELECT oa_user_id, zalo_user_id, follows_oa FROM customers WHERE oa_user_id IS NOT NULL;--> statement-breakpoint
DROP INDEX `customers_by_oa`;--> statement-breakpoint
ALTER TABLE `customers` DROP COLUMN `oa_user_id`;--> statement-breakpoint
ALTER TABLE `customers` DROP COLUMN `follows_oa`;--> statement-breakpoint
DROP INDEX `outbox_of`;--> statement-breakpoint
ALTER TABLE `outbox` ADD `route` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `barred` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `cost_vnd` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `seen_at` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `clicked_at` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `stars` integer;--> statement-breakpoint
CREATE INDEX `outbox_under_way` ON `outbox` (`customer_id`,`id`) WHERE "outbox"."state" = 'sending' or ("outbox"."state" = 'waiting' and "outbox"."attempts" > 0);--> statement-breakpoint
CREATE INDEX `outbox_by_cost` ON `outbox` (`sent_at`) WHERE "outbox"."sent_at" is not null;--> statement-breakpoint
CREATE INDEX `outbox_of` ON `outbox` (`customer_id`,`sent_at`);--> statement-breakpoint
DROP TABLE `webhook_events`;--> statement-breakpoint
CREATE TABLE `webhook_events` (
	`key` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`problem` text,
	`received_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `webhook_events_by_time` ON `webhook_events` (`received_at`);--> statement-breakpoint
CREATE INDEX `webhook_events_waiting` ON `webhook_events` (`received_at`) WHERE "webhook_events"."state" = 'waiting';--> statement-breakpoint
DELETE FROM zalo_tokens;--> statement-breakpoint
ALTER TABLE `zalo_tokens` ADD `claim` text;--> statement-breakpoint
ALTER TABLE `zalo_tokens` ADD `claim_until` integer;--> statement-breakpoint
ALTER TABLE `zalo_tokens` ADD `lost_because` text;--> statement-breakpoint
ALTER TABLE `zalo_tokens` ADD `lost_at` integer;--> statement-breakpoint
INSERT INTO messaging (id) VALUES (1);--> statement-breakpoint
INSERT INTO triggers (intent, enabled, wait_minutes, condition, deadline_minutes) VALUES
	('booking_made', 1, 0, 'always', 10080), ('booking_cancelled', 1, 0, 'always', 10080),
	('reminder_24h', 1, 1440, 'always', 120), ('reminder_2h', 1, 120, 'always', 0),
	('points_earned', 1, 0, 'always', 10080), ('points_spent', 1, 0, 'always', 1440),
	('feedback_ask', 1, 60, 'not_rated', 10080),
	('rebook_due', 0, 40320, 'always', 20160), ('win_back', 0, 86400, 'always', 20160);--> statement-breakpoint
UPDATE triggers SET wait_minutes = (SELECT feedback_after_minutes FROM shop) WHERE intent = 'feedback_ask' AND EXISTS (SELECT 1 FROM shop);--> statement-breakpoint
ALTER TABLE `shop` DROP COLUMN `feedback_after_minutes`;