CREATE TABLE `booking_parts` (
	`booking_id` text NOT NULL,
	`position` integer NOT NULL,
	`service_id` text NOT NULL,
	`variant_id` text,
	`addons` text NOT NULL,
	`name` text NOT NULL,
	`staff_id` text NOT NULL,
	`staff_asked` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`price_vnd` integer NOT NULL,
	PRIMARY KEY(`booking_id`, `position`),
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_members`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `booking_parts_of_staff` ON `booking_parts` (`staff_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` integer PRIMARY KEY NOT NULL,
	`booking_id` text,
	`hold_id` text,
	`staff_id` text,
	`resource_id` text,
	`units` integer DEFAULT 1 NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`work_from_at` integer NOT NULL,
	`work_to_at` integer NOT NULL,
	`session` text NOT NULL,
	`people` integer NOT NULL,
	`capacity` integer NOT NULL,
	`expires_at` integer,
	`packed` integer GENERATED ALWAYS AS (((work_from_at - from_at) / 60000 * 128 + (to_at - work_to_at) / 60000) * 274877906944
        + work_from_at / 60000 * 2048 + (work_to_at - work_from_at + 59999) / 60000) STORED,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hold_id`) REFERENCES `holds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "claim_is_of_one" CHECK(("claims"."booking_id" is null) <> ("claims"."hold_id" is null)),
	CONSTRAINT "claim_takes_one" CHECK(("claims"."staff_id" is null) <> ("claims"."resource_id" is null)),
	CONSTRAINT "claim_in_order" CHECK("claims"."from_at" <= "claims"."work_from_at" and "claims"."work_from_at" < "claims"."work_to_at" and "claims"."work_to_at" <= "claims"."to_at")
);
--> statement-breakpoint
CREATE INDEX `claims_of_staff` ON `claims` (`staff_id`,`from_at`,`to_at`,`expires_at`,`packed`) WHERE "claims"."staff_id" is not null;--> statement-breakpoint
CREATE INDEX `claims_of_resource` ON `claims` (`resource_id`,`from_at`,`to_at`) WHERE "claims"."resource_id" is not null;--> statement-breakpoint
CREATE INDEX `claims_of_session` ON `claims` (`session`,`from_at`) WHERE "claims"."capacity" > 1;--> statement-breakpoint
CREATE INDEX `claims_of_booking` ON `claims` (`booking_id`);--> statement-breakpoint
CREATE INDEX `claims_of_hold` ON `claims` (`hold_id`) WHERE "claims"."hold_id" is not null;--> statement-breakpoint
CREATE TABLE `feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE INDEX `feeds_of` ON `feeds` (`subject_id`);--> statement-breakpoint
CREATE TABLE `holds` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`waitlist_id` text,
	`wanted` text NOT NULL,
	`starts_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `holds_until` ON `holds` (`expires_at`);--> statement-breakpoint
CREATE INDEX `holds_of` ON `holds` (`customer_id`);--> statement-breakpoint
CREATE TABLE `queue` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text,
	`name` text NOT NULL,
	`wanted` text NOT NULL,
	`service_name` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`joined_at` integer NOT NULL,
	`booking_id` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `queue_open` ON `queue` (`joined_at`) WHERE "queue"."state" = 'waiting';--> statement-breakpoint
CREATE TABLE `rebook_links` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`booking_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_for` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rebook_links_until` ON `rebook_links` (`expires_at`);--> statement-breakpoint
CREATE TABLE `visit_photos` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`moment` text NOT NULL,
	`type` text NOT NULL,
	`bytes` blob NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_photos_of` ON `visit_photos` (`booking_id`);--> statement-breakpoint
CREATE TABLE `waitlist` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`wanted` text NOT NULL,
	`service_name` text NOT NULL,
	`day` text NOT NULL,
	`from_minute` integer NOT NULL,
	`to_minute` integer NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`offered_at` integer,
	`offered_starts_at` integer,
	`offer_ends_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `waitlist_open` ON `waitlist` (`day`,`created_at`) WHERE "waitlist"."state" in ('waiting', 'offered');--> statement-breakpoint
CREATE INDEX `waitlist_of` ON `waitlist` (`customer_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `blocked_times` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "block_takes_time" CHECK("blocked_times"."ends_at" > "blocked_times"."starts_at")
);
--> statement-breakpoint
CREATE INDEX `blocked_times_until` ON `blocked_times` (`ends_at`);--> statement-breakpoint
CREATE TABLE `holidays` (
	`day` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`source` text NOT NULL,
	`treatment` text DEFAULT 'unconfirmed' NOT NULL,
	`closed_until_asked` integer NOT NULL,
	`intervals` text DEFAULT '[]' NOT NULL,
	`surcharge_percent` integer DEFAULT 0 NOT NULL,
	`decided_by` text,
	`decided_at` integer
);
--> statement-breakpoint
CREATE TABLE `intake_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text,
	`question` text NOT NULL,
	`kind` text NOT NULL,
	`choices` text NOT NULL,
	`required` integer NOT NULL,
	`active` integer NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `policies` (
	`id` integer PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`refund_tiers` text NOT NULL,
	`cancel_hours` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `resources` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`quantity` integer NOT NULL,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `special_days` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text,
	`day` text NOT NULL,
	`intervals` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `special_days_on` ON `special_days` (`day`);--> statement-breakpoint
DROP INDEX `bookings_busy`;--> statement-breakpoint
ALTER TABLE `bookings` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `moves` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `people` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `policy_id` integer REFERENCES policies(id);--> statement-breakpoint
ALTER TABLE `bookings` ADD `answers` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `private_note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `expires_at` integer;--> statement-breakpoint
ALTER TABLE `bookings` ADD `series_id` text;--> statement-breakpoint
ALTER TABLE `bookings` ADD `waitlist_id` text;--> statement-breakpoint
ALTER TABLE `bookings` ADD `kept_at` integer;--> statement-breakpoint
ALTER TABLE `bookings` ADD `override_reason` text;--> statement-breakpoint
CREATE INDEX `bookings_requested` ON `bookings` (`expires_at`) WHERE "bookings"."status" = 'requested';--> statement-breakpoint
CREATE INDEX `bookings_of_series` ON `bookings` (`series_id`) WHERE "bookings"."series_id" is not null;--> statement-breakpoint
ALTER TABLE `booking_events` ADD `moved_from` integer;--> statement-breakpoint
ALTER TABLE `services` ADD `price_kind` text DEFAULT 'fixed' NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `price_max_vnd` integer;--> statement-breakpoint
ALTER TABLE `services` ADD `private` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `buffer_before_minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `buffer_after_minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `cleaning` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `gaps` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `group_size` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `lead_minutes` integer;--> statement-breakpoint
ALTER TABLE `services` ADD `variants` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `addons` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `done_by` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `needs` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `bookable_until` text;--> statement-breakpoint
ALTER TABLE `shop` ADD `max_per_day` integer;--> statement-breakpoint
ALTER TABLE `shop` ADD `buffers_inside_hours` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `acceptance` text DEFAULT 'auto' NOT NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `accept_minutes` integer DEFAULT 720 NOT NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `self_cancel` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `hold_minutes` integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `waitlist_mode` text DEFAULT 'in_order' NOT NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `offer_minutes` integer DEFAULT 15 NOT NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `series_most` integer DEFAULT 6 NOT NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `set_up_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `claims_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `door_epoch` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `staff_members` ADD `max_per_day` integer;--> statement-breakpoint
INSERT INTO triggers (intent, enabled, wait_minutes, condition, deadline_minutes) VALUES
	('booking_moved', 1, 0, 'always', 10080), ('booking_declined', 1, 0, 'always', 10080),
	('waitlist_offer', 1, 0, 'always', 60), ('reconfirm', 0, 1440, 'always', 120);--> statement-breakpoint
INSERT INTO booking_parts (booking_id, position, service_id, addons, name, staff_id, staff_asked, starts_at, ends_at, price_vnd)
	SELECT id, 0, service_id, '[]', service_name, staff_id, 0, starts_at, ends_at, price_vnd FROM bookings;--> statement-breakpoint
INSERT INTO claims (booking_id, staff_id, from_at, to_at, work_from_at, work_to_at, session, people, capacity)
	SELECT id, staff_id, starts_at, done_at, starts_at, done_at, id, 1, 1 FROM (
		SELECT *, iif(status = 'completed', min(ends_at, status_at / 60000 * 60000), ends_at) AS done_at FROM bookings
		WHERE status IN ('booked', 'arrived', 'completed')
	) WHERE done_at > starts_at;--> statement-breakpoint
DROP TRIGGER bookings_one_at_a_time_new;--> statement-breakpoint
DROP TRIGGER bookings_one_at_a_time_changed;--> statement-breakpoint
DROP TRIGGER bookings_go_forward;--> statement-breakpoint
CREATE TRIGGER policies_never_change BEFORE UPDATE ON policies BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint
CREATE TRIGGER policies_never_go BEFORE DELETE ON policies BEGIN SELECT RAISE(ABORT, 'only_grows'); END;--> statement-breakpoint

-- A visit goes forward only; a no-show alone may be taken back.
CREATE TRIGGER bookings_go_forward BEFORE UPDATE OF status ON bookings
WHEN NEW.status <> OLD.status AND NOT (
  (OLD.status = 'requested' AND NEW.status IN ('booked', 'declined', 'cancelled', 'expired'))
  OR (OLD.status = 'booked' AND NEW.status IN ('arrived', 'in_service', 'completed', 'no_show', 'cancelled'))
  OR (OLD.status = 'arrived' AND NEW.status IN ('in_service', 'completed', 'cancelled'))
  OR (OLD.status = 'in_service' AND NEW.status IN ('completed', 'cancelled'))
  OR (OLD.status = 'no_show' AND NEW.status = 'booked')
) BEGIN SELECT RAISE(ABORT, 'booking_over'); END;--> statement-breakpoint

-- What a visit took is free again as soon as it will not be, and the rest of it when it is done early: from that very
-- minute on, as the next visit begins in it.
CREATE TRIGGER bookings_free_what_they_took AFTER UPDATE OF status ON bookings
WHEN NEW.status IN ('cancelled', 'no_show', 'declined', 'expired') BEGIN
  DELETE FROM claims WHERE booking_id = NEW.id;
END;--> statement-breakpoint
CREATE TRIGGER bookings_free_what_is_left AFTER UPDATE OF status ON bookings WHEN NEW.status = 'completed' BEGIN
  DELETE FROM claims WHERE booking_id = NEW.id AND work_from_at >= NEW.status_at / 60000 * 60000;
  UPDATE claims SET work_to_at = NEW.status_at / 60000 * 60000, to_at = to_at - work_to_at + NEW.status_at / 60000 * 60000
    WHERE booking_id = NEW.id AND work_to_at > NEW.status_at / 60000 * 60000;
END;--> statement-breakpoint

-- Nobody works for two visits at once, nor within the buffer of one; the people of a group share a session. No claim
-- lasts longer than two days, so looking as far back is far enough.
CREATE TRIGGER claims_one_at_a_time BEFORE INSERT ON claims
WHEN NEW.staff_id IS NOT NULL AND EXISTS (
  SELECT 1 FROM claims c WHERE c.staff_id = NEW.staff_id
    AND c.from_at > NEW.from_at - 172800000 AND c.from_at < NEW.to_at AND c.to_at > NEW.from_at
    AND ((c.from_at < NEW.work_to_at AND c.to_at > NEW.work_from_at)
      OR (c.work_from_at < NEW.to_at AND c.work_to_at > NEW.from_at))
    AND c.session <> NEW.session
    AND NOT (c.booking_id IS NEW.booking_id AND c.hold_id IS NEW.hold_id)
) BEGIN SELECT RAISE(ABORT, 'slot_taken'); END;--> statement-breakpoint
CREATE TRIGGER claims_within_group BEFORE INSERT ON claims
WHEN NEW.staff_id IS NOT NULL AND NEW.capacity > 1 AND NEW.people + (
  SELECT coalesce(sum(c.people), 0) FROM claims c
  WHERE c.session = NEW.session AND c.from_at = NEW.from_at AND c.staff_id IS NOT NULL AND c.capacity > 1
) > NEW.capacity BEGIN SELECT RAISE(ABORT, 'slot_taken'); END;--> statement-breakpoint

-- At no moment is more of a resource taken than there is: it is most at the start of a claim.
CREATE TRIGGER claims_within_resource AFTER INSERT ON claims
WHEN NEW.resource_id IS NOT NULL AND EXISTS (
  SELECT 1 FROM claims p WHERE p.resource_id = NEW.resource_id AND p.from_at >= NEW.from_at AND p.from_at < NEW.to_at
    AND (SELECT sum(units) FROM (
      SELECT max(c.units) AS units FROM claims c WHERE c.resource_id = NEW.resource_id
        AND c.from_at > p.from_at - 172800000 AND c.from_at <= p.from_at AND c.to_at > p.from_at GROUP BY c.session
    )) > (SELECT quantity FROM resources WHERE id = NEW.resource_id)
) BEGIN SELECT RAISE(ABORT, 'slot_taken'); END;--> statement-breakpoint
CREATE TRIGGER claims_only_shrink BEFORE UPDATE ON claims
WHEN NEW.from_at < OLD.from_at OR NEW.to_at > OLD.to_at OR NEW.work_to_at > OLD.work_to_at
  OR NEW.staff_id IS NOT OLD.staff_id OR NEW.resource_id IS NOT OLD.resource_id
BEGIN SELECT RAISE(ABORT, 'slot_taken'); END;--> statement-breakpoint

-- Whoever keeps what the owner has set sees by this number that it has changed; random, as a change may be undone.
CREATE TRIGGER services_set_up_insert AFTER INSERT ON services BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER services_set_up_update AFTER UPDATE ON services BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER services_set_up_delete AFTER DELETE ON services BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER staff_members_set_up_insert AFTER INSERT ON staff_members BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER staff_members_set_up_update AFTER UPDATE ON staff_members BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER staff_members_set_up_delete AFTER DELETE ON staff_members BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER weekly_hours_set_up_insert AFTER INSERT ON weekly_hours BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER weekly_hours_set_up_update AFTER UPDATE ON weekly_hours BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER weekly_hours_set_up_delete AFTER DELETE ON weekly_hours BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER special_days_set_up_insert AFTER INSERT ON special_days BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER special_days_set_up_update AFTER UPDATE ON special_days BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER special_days_set_up_delete AFTER DELETE ON special_days BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER days_off_set_up_insert AFTER INSERT ON days_off BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER days_off_set_up_update AFTER UPDATE ON days_off BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER days_off_set_up_delete AFTER DELETE ON days_off BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER holidays_set_up_insert AFTER INSERT ON holidays BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER holidays_set_up_update AFTER UPDATE ON holidays BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER holidays_set_up_delete AFTER DELETE ON holidays BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER resources_set_up_insert AFTER INSERT ON resources BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER resources_set_up_update AFTER UPDATE ON resources BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER resources_set_up_delete AFTER DELETE ON resources BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER intake_questions_set_up_insert AFTER INSERT ON intake_questions BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER intake_questions_set_up_update AFTER UPDATE ON intake_questions BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER intake_questions_set_up_delete AFTER DELETE ON intake_questions BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER policies_set_up_insert AFTER INSERT ON policies BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER policies_set_up_update AFTER UPDATE ON policies BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER policies_set_up_delete AFTER DELETE ON policies BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER shop_set_up AFTER UPDATE ON shop WHEN NEW.set_up_version = OLD.set_up_version AND NEW.claims_version = OLD.claims_version BEGIN UPDATE shop SET set_up_version = abs(random() % 1000000000000000); END;--> statement-breakpoint
CREATE TRIGGER visit_photos_by_consent BEFORE INSERT ON visit_photos WHEN NOT coalesce((
  SELECT c.granted FROM bookings b JOIN consents c ON c.customer_id = b.customer_id AND c.purpose = 'photos'
  WHERE b.id = NEW.booking_id ORDER BY c.id DESC LIMIT 1
), 0) BEGIN SELECT RAISE(ABORT, 'no_photo_consent'); END;--> statement-breakpoint
CREATE TRIGGER claims_version_insert AFTER INSERT ON claims BEGIN UPDATE shop SET claims_version = claims_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER claims_version_update AFTER UPDATE ON claims BEGIN UPDATE shop SET claims_version = claims_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER claims_version_delete AFTER DELETE ON claims BEGIN UPDATE shop SET claims_version = claims_version + 1; END;
