DROP TABLE `points_entries`;--> statement-breakpoint
DROP TABLE `redemptions`;--> statement-breakpoint
DROP TABLE `rewards`;