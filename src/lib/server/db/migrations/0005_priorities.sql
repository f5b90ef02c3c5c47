CREATE TABLE `composite_index` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `composite_index_name` ON `composite_index` (`workspace_id`,`name`);--> statement-breakpoint
CREATE TABLE `index_allocation` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`index_version_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`points` text NOT NULL,
	`given_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`index_version_id`) REFERENCES `index_version`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `index_allocation_organization` ON `index_allocation` (`index_version_id`,`organization_id`);--> statement-breakpoint
CREATE INDEX `index_allocation_workspace` ON `index_allocation` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `index_version` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`index_id` text NOT NULL,
	`number` integer NOT NULL,
	`indicators` text NOT NULL,
	`aggregation` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`weights` text,
	`settled_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`index_id`) REFERENCES `composite_index`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `index_version_number` ON `index_version` (`index_id`,`number`);--> statement-breakpoint
CREATE TABLE `priority_rating` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`need_key` text NOT NULL,
	`seriousness` real NOT NULL,
	`effectiveness` real NOT NULL,
	`propriety` text DEFAULT 'unknown' NOT NULL,
	`economics` text DEFAULT 'unknown' NOT NULL,
	`acceptability` text DEFAULT 'unknown' NOT NULL,
	`resources` text DEFAULT 'unknown' NOT NULL,
	`legality` text DEFAULT 'unknown' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `priority_rating_rater` ON `priority_rating` (`workspace_id`,`need_key`,`user_id`);--> statement-breakpoint
-- A version of an index is what its results were computed by: it stays, and its weights are settled once.
CREATE TRIGGER index_version_no_update BEFORE UPDATE ON index_version
WHEN OLD.settled_at IS NOT NULL OR NEW.settled_at IS NULL OR NEW.weights IS NULL
  OR NEW.id IS NOT OLD.id OR NEW.workspace_id IS NOT OLD.workspace_id
  OR NEW.index_id IS NOT OLD.index_id OR NEW.number IS NOT OLD.number
  OR NEW.indicators IS NOT OLD.indicators OR NEW.aggregation IS NOT OLD.aggregation
  OR NEW.note IS NOT OLD.note OR NEW.created_by IS NOT OLD.created_by
  OR NEW.created_at IS NOT OLD.created_at
BEGIN SELECT RAISE(ABORT, 'an index version is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER index_version_no_delete BEFORE DELETE ON index_version
BEGIN SELECT RAISE(ABORT, 'an index version is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER index_version_no_replace BEFORE INSERT ON index_version
WHEN EXISTS (SELECT 1 FROM index_version
  WHERE id = NEW.id OR (index_id = NEW.index_id AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'this index version exists'); END;
--> statement-breakpoint
CREATE TRIGGER index_allocation_settled_insert BEFORE INSERT ON index_allocation
WHEN (SELECT settled_at FROM index_version WHERE id = NEW.index_version_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the weights of this index version are settled'); END;
--> statement-breakpoint
CREATE TRIGGER index_allocation_settled_update BEFORE UPDATE ON index_allocation
WHEN (SELECT settled_at FROM index_version WHERE id = OLD.index_version_id) IS NOT NULL
  OR (SELECT settled_at FROM index_version WHERE id = NEW.index_version_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the weights of this index version are settled'); END;
--> statement-breakpoint
CREATE TRIGGER index_allocation_settled_delete BEFORE DELETE ON index_allocation
WHEN (SELECT settled_at FROM index_version WHERE id = OLD.index_version_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the weights of this index version are settled'); END;
