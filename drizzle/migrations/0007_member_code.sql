CREATE TABLE `member_cards` (
	`number` integer PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`customer_id` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_cards_ref_unique` ON `member_cards` (`ref`);--> statement-breakpoint
CREATE UNIQUE INDEX `member_cards_customer_id_unique` ON `member_cards` (`customer_id`);--> statement-breakpoint
CREATE TABLE `used_codes` (
	`customer_id` text NOT NULL,
	`step` integer NOT NULL,
	PRIMARY KEY(`customer_id`, `step`),
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
