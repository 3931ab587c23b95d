CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `ledger_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cases_of` ON `cases` (`customer_id`,`at`);--> statement-breakpoint
CREATE INDEX `cases_open` ON `cases` (`at`) WHERE "cases"."state" = 'open';--> statement-breakpoint
CREATE TABLE `import_lines` (
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`points` integer NOT NULL,
	`customer_id` text,
	`short` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`import_id`, `line`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_lines_of` ON `import_lines` (`customer_id`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`expires_at` integer,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`undone_by` text,
	`undone_at` integer
);
--> statement-breakpoint
CREATE TABLE `terms_accepted` (
	`customer_id` text NOT NULL,
	`programme_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`customer_id`, `programme_id`),
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `offer_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`offer_id` text NOT NULL,
	`most` integer,
	`taken` integer DEFAULT 0 NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`offer_id`) REFERENCES `offers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "offer_code_within" CHECK("offer_codes"."taken" >= 0 and ("offer_codes"."most" is null or "offer_codes"."taken" <= "offer_codes"."most"))
);
--> statement-breakpoint
CREATE INDEX `offer_codes_of` ON `offer_codes` (`offer_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `birthday_gifts` (
	`customer_id` text NOT NULL,
	`year` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`customer_id`, `year`),
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `invites` (
	`customer_id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`device` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invites_by_code` ON `invites` (`code`);--> statement-breakpoint
CREATE TABLE `referrals` (
	`friend_id` text PRIMARY KEY NOT NULL,
	`referrer_id` text NOT NULL,
	`device` text,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`booking_id` text,
	`ended_at` integer,
	`why` text,
	FOREIGN KEY (`friend_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referrer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `referrals_by` ON `referrals` (`referrer_id`,`at`);--> statement-breakpoint
CREATE INDEX `referrals_of_visit` ON `referrals` (`booking_id`);--> statement-breakpoint
CREATE TABLE `package_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`service_id` text NOT NULL,
	`sessions` integer NOT NULL,
	`price_vnd` integer NOT NULL,
	`valid_days` integer,
	`shareable` integer DEFAULT false NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "package_of_sessions" CHECK("package_plans"."sessions" between 1 and 200 and "package_plans"."price_vnd" >= 0)
);
--> statement-breakpoint
CREATE TABLE `packages` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`name` text NOT NULL,
	`service_id` text NOT NULL,
	`sessions` integer NOT NULL,
	`paid_vnd` integer NOT NULL,
	`shareable` integer NOT NULL,
	`sold_by` text NOT NULL,
	`sold_at` integer NOT NULL,
	`frozen_at` integer,
	`frozen_left_ms` integer,
	`refunded_vnd` integer,
	`refunded_at` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `package_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "package_refund_within" CHECK("packages"."refunded_vnd" is null or "packages"."refunded_vnd" between 0 and "packages"."paid_vnd")
);
--> statement-breakpoint
CREATE INDEX `packages_of` ON `packages` (`customer_id`,`sold_at`);--> statement-breakpoint
CREATE TABLE `stamp_cards` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`goal` integer NOT NULL,
	`service_ids` text DEFAULT '[]' NOT NULL,
	`offer_id` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`offer_id`) REFERENCES `offers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stamp_card_goal" CHECK("stamp_cards"."goal" between 2 and 50)
);
--> statement-breakpoint
ALTER TABLE `bookings` ADD `prepaid_vnd` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `bill` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `birth_day` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `birth_year` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `birth_told_at` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `birth_changes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `customers_by_birthday` ON `customers` (`birth_day`) WHERE "customers"."birth_day" is not null;--> statement-breakpoint

-- Versions of the programme from before say what they then did: nothing of what is new.
DROP TRIGGER programmes_never_change;--> statement-breakpoint
UPDATE programmes SET rules = json_set(rules,
	'$.tiers.excludedServiceIds', json('[]'),
	'$.tiers.levels', (SELECT json_group_array(json_set(value, '$.discountPercent', 0)) FROM json_each(rules, '$.tiers.levels')),
	'$.actions', json('{"review":0,"reviewsAMonth":4,"phone":0,"birthday":0,"follow":0}'),
	'$.referral', NULL, '$.birthday', NULL,
	'$.holds', json('{"visitsADay":null,"pointsADay":null,"staffPhones":true}'));--> statement-breakpoint
CREATE TRIGGER programmes_never_change BEFORE UPDATE ON programmes BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
INSERT INTO triggers (intent, enabled, wait_minutes, condition, deadline_minutes) VALUES
	('points_expiring', 1, 10080, 'always', 1440), ('tier_risen', 1, 0, 'always', 10080), ('tier_at_risk', 1, 0, 'always', 10080),
	('birthday_gift', 1, 0, 'always', 10080), ('friend_came', 1, 0, 'always', 10080);--> statement-breakpoint
CREATE TRIGGER terms_accepted_never_change BEFORE UPDATE ON terms_accepted BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER terms_accepted_never_go BEFORE DELETE ON terms_accepted BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
-- Who brought somebody stays who did; what came of it is said once.
CREATE TRIGGER referrals_stay BEFORE UPDATE OF friend_id, referrer_id, at ON referrals BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER referrals_never_go BEFORE DELETE ON referrals BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
-- Points on the phone of somebody who works here wait for the owner.
ALTER TABLE `staff_members` ADD `phone` text;
