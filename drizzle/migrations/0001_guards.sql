-- What must never happen is refused here too, whatever the code above does.

CREATE TRIGGER points_entries_never_change BEFORE UPDATE ON points_entries BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER points_entries_never_go BEFORE DELETE ON points_entries BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER redemptions_never_change BEFORE UPDATE ON redemptions BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER redemptions_never_go BEFORE DELETE ON redemptions BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER booking_events_never_change BEFORE UPDATE ON booking_events BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER booking_events_never_go BEFORE DELETE ON booking_events BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER consents_never_change BEFORE UPDATE ON consents BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER consents_never_go BEFORE DELETE ON consents BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER audit_log_never_changes BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER audit_log_never_goes BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint
CREATE TRIGGER bookings_never_go BEFORE DELETE ON bookings BEGIN SELECT RAISE(ABORT, 'only_grows'); END;
--> statement-breakpoint

-- Nobody serves two people at once.
CREATE TRIGGER bookings_one_at_a_time_new BEFORE INSERT ON bookings
WHEN NEW.status IN ('booked', 'arrived') AND EXISTS (
  SELECT 1 FROM bookings WHERE staff_id = NEW.staff_id AND status IN ('booked', 'arrived')
    AND starts_at < NEW.ends_at AND ends_at > NEW.starts_at
) BEGIN SELECT RAISE(ABORT, 'slot_taken'); END;
--> statement-breakpoint
CREATE TRIGGER bookings_one_at_a_time_changed BEFORE UPDATE OF status, staff_id, starts_at, ends_at ON bookings
WHEN NEW.status IN ('booked', 'arrived') AND EXISTS (
  SELECT 1 FROM bookings WHERE staff_id = NEW.staff_id AND status IN ('booked', 'arrived') AND id <> NEW.id
    AND starts_at < NEW.ends_at AND ends_at > NEW.starts_at
) BEGIN SELECT RAISE(ABORT, 'slot_taken'); END;
--> statement-breakpoint

-- A visit goes forward only; a no-show alone may be taken back.
CREATE TRIGGER bookings_go_forward BEFORE UPDATE OF status ON bookings
WHEN NEW.status <> OLD.status AND NOT (
  (OLD.status = 'booked' AND NEW.status IN ('arrived', 'completed', 'no_show', 'cancelled'))
  OR (OLD.status = 'arrived' AND NEW.status IN ('completed', 'cancelled'))
  OR (OLD.status = 'no_show' AND NEW.status = 'booked')
) BEGIN SELECT RAISE(ABORT, 'booking_over'); END;
--> statement-breakpoint
CREATE TRIGGER bookings_tell_new AFTER INSERT ON bookings BEGIN
  INSERT INTO booking_events (booking_id, status, at, by, reason)
  VALUES (NEW.id, NEW.status, NEW.status_at, NEW.status_by, NEW.status_reason);
END;
--> statement-breakpoint
CREATE TRIGGER bookings_tell_changed AFTER UPDATE OF status ON bookings WHEN NEW.status <> OLD.status BEGIN
  INSERT INTO booking_events (booking_id, status, at, by, reason)
  VALUES (NEW.id, NEW.status, NEW.status_at, NEW.status_by, NEW.status_reason);
END;
--> statement-breakpoint

-- Points that are not there cannot be spent.
CREATE TRIGGER points_entries_within_balance BEFORE INSERT ON points_entries
WHEN NEW.reason = 'redeemed'
  AND (SELECT coalesce(sum(points), 0) FROM points_entries WHERE customer_id = NEW.customer_id) + NEW.points < 0
BEGIN SELECT RAISE(ABORT, 'not_enough_points'); END;
