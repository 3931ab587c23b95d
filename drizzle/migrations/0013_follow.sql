CREATE TABLE `segment_follows` (
	`id` text PRIMARY KEY NOT NULL,
	`segment_id` text NOT NULL,
	`what` text NOT NULL,
	`kind` text NOT NULL,
	`offer_id` text,
	`most_per_month` integer NOT NULL,
	`active` integer NOT NULL,
	`off_because` text,
	`since` integer NOT NULL,
	`done_to` integer NOT NULL,
	FOREIGN KEY (`segment_id`) REFERENCES `segments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offer_id`) REFERENCES `offers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `segment_follows_once` ON `segment_follows` (`segment_id`,`what`);--> statement-breakpoint
ALTER TABLE `campaigns` ADD `follow_id` text REFERENCES segment_follows(id);--> statement-breakpoint
ALTER TABLE `campaigns` ADD `month` text;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `follow_since` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_of_follow` ON `campaigns` (`follow_id`,`month`,`follow_since`);