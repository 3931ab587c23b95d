CREATE TABLE `memberships` (
	`customer_id` text PRIMARY KEY NOT NULL,
	`level_id` text,
	`since` integer,
	`keep_until` integer,
	`look_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_to_look_at` ON `memberships` (`look_at`) WHERE "memberships"."look_at" is not null;--> statement-breakpoint
CREATE TABLE `tier_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`from_level` text,
	`to_level` text,
	`at` integer NOT NULL,
	`why` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tier_changes_of` ON `tier_changes` (`customer_id`,`at`);--> statement-breakpoint
CREATE TRIGGER tier_changes_never_change BEFORE UPDATE ON tier_changes BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER tier_changes_never_go BEFORE DELETE ON tier_changes BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
