ALTER TABLE `customer_search` ADD `person_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
-- Names by whole words and by what they begin with, numbered downwards: the newest come first without a walk from the end.
DROP TRIGGER customer_search_read;--> statement-breakpoint
DROP TRIGGER customer_search_forget;--> statement-breakpoint
DROP TRIGGER customer_search_change;--> statement-breakpoint
DROP TABLE customer_names;--> statement-breakpoint
CREATE VIRTUAL TABLE customer_names USING fts5(name, folded, content='', tokenize='unicode61 remove_diacritics 0', prefix='1 2 3 4 5 6');--> statement-breakpoint
INSERT INTO customer_names (rowid, name, folded) SELECT -number, name, folded FROM customer_search ORDER BY number DESC;--> statement-breakpoint
CREATE TRIGGER customer_search_read AFTER INSERT ON customer_search BEGIN
	INSERT INTO customer_names (rowid, name, folded) VALUES (-NEW.number, NEW.name, NEW.folded);
	INSERT INTO customer_phones (rowid, phone) VALUES (NEW.number, NEW.phone); END;--> statement-breakpoint
CREATE TRIGGER customer_search_forget AFTER DELETE ON customer_search BEGIN
	INSERT INTO customer_names (customer_names, rowid, name, folded) VALUES ('delete', -OLD.number, OLD.name, OLD.folded);
	INSERT INTO customer_phones (customer_phones, rowid, phone) VALUES ('delete', OLD.number, OLD.phone); END;--> statement-breakpoint
CREATE TRIGGER customer_search_change AFTER UPDATE OF name, folded, phone ON customer_search BEGIN
	INSERT INTO customer_names (customer_names, rowid, name, folded) VALUES ('delete', -OLD.number, OLD.name, OLD.folded);
	INSERT INTO customer_phones (customer_phones, rowid, phone) VALUES ('delete', OLD.number, OLD.phone);
	INSERT INTO customer_names (rowid, name, folded) VALUES (-NEW.number, NEW.name, NEW.folded);
	INSERT INTO customer_phones (rowid, phone) VALUES (NEW.number, NEW.phone); END;--> statement-breakpoint
-- Whose a record is stands with it, so that a search asks no other table.
UPDATE customer_search SET person_id = (SELECT coalesce(merged_into, id) FROM customers WHERE id = customer_id);--> statement-breakpoint
DROP TRIGGER customers_can_be_found;--> statement-breakpoint
CREATE TRIGGER customers_can_be_found AFTER INSERT ON customers BEGIN
	INSERT INTO customer_search (customer_id, person_id, name, folded, phone)
	VALUES (NEW.id, coalesce(NEW.merged_into, NEW.id), NEW.name, NEW.name_folded, coalesce(replace(NEW.phone, '+84', '0'), '')); END;--> statement-breakpoint
CREATE TRIGGER customers_are_found_as_whom_they_are AFTER UPDATE OF merged_into ON customers WHEN NEW.merged_into IS NOT OLD.merged_into BEGIN
	UPDATE customer_search SET person_id = coalesce(NEW.merged_into, NEW.id) WHERE customer_id = NEW.id; END;
