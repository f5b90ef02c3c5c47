CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `audit_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text,
	`created_at` integer NOT NULL,
	`user_id` text,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE INDEX `audit_by_workspace` ON `audit_entry` (`workspace_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`note` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token_hash_unique` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE TABLE `membership` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `membership_person` ON `membership` (`workspace_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `organization` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`classification` text DEFAULT 'nonprofit' NOT NULL,
	`sector` text,
	`website` text,
	`member_level` text,
	`joined_on` text,
	`left_on` text,
	`note` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organization_name` ON `organization` (`workspace_id`,`name`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE TABLE `setup_token` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `sign_in_attempt` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`window_starts_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer,
	`updated_at` integer
);
--> statement-breakpoint
CREATE TABLE `workspace` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workspace_slug_unique` ON `workspace` (`slug`);--> statement-breakpoint
CREATE TABLE `area` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`area_set_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`geometry` text NOT NULL,
	`population` integer,
	FOREIGN KEY (`area_set_id`) REFERENCES `area_set`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `area_code` ON `area` (`area_set_id`,`code`);--> statement-breakpoint
CREATE TABLE `area_set` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `column_chunk` (
	`dataset_version_id` text NOT NULL,
	`variable` integer NOT NULL,
	`chunk` integer NOT NULL,
	`part` text NOT NULL,
	`encoding` text NOT NULL,
	`rows` integer NOT NULL,
	`data` blob NOT NULL,
	PRIMARY KEY(`dataset_version_id`, `variable`, `chunk`, `part`),
	FOREIGN KEY (`dataset_version_id`) REFERENCES `dataset_version`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `dataset_version` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`wave_id` text NOT NULL,
	`number` integer NOT NULL,
	`file_sha256` text NOT NULL,
	`file_name` text NOT NULL,
	`file_bytes` integer NOT NULL,
	`content_sha256` text NOT NULL,
	`format` text NOT NULL,
	`encoding` text NOT NULL,
	`delimiter` text NOT NULL,
	`plan` text NOT NULL,
	`rows` integer NOT NULL,
	`imported` integer NOT NULL,
	`excluded` text NOT NULL,
	`imported_by` text,
	`created_at` integer NOT NULL,
	`superseded_by` text,
	FOREIGN KEY (`wave_id`) REFERENCES `wave`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dataset_version_number` ON `dataset_version` (`wave_id`,`number`);--> statement-breakpoint
CREATE TABLE `import_draft` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`survey_name` text,
	`wave_name` text,
	`file_name` text NOT NULL,
	`file_bytes` integer NOT NULL,
	`file_sha256` text,
	`path` text NOT NULL,
	`companions` text NOT NULL,
	`inspection` text,
	`plan` text,
	`state` text NOT NULL,
	`dataset_version_id` text,
	`job_id` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import_issue` (
	`id` text PRIMARY KEY NOT NULL,
	`dataset_version_id` text NOT NULL,
	`code` text NOT NULL,
	`severity` text NOT NULL,
	`line` integer,
	`column` text,
	`column_index` integer,
	`params` text NOT NULL,
	FOREIGN KEY (`dataset_version_id`) REFERENCES `dataset_version`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `issue_by_version` ON `import_issue` (`dataset_version_id`);--> statement-breakpoint
CREATE TABLE `indicator_mapping` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`wave_id` text NOT NULL,
	`indicator_id` text NOT NULL,
	`key` text NOT NULL,
	`labels` text NOT NULL,
	`inputs` text NOT NULL,
	`predicate` text,
	`state` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`wave_id`) REFERENCES `wave`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mapping_key` ON `indicator_mapping` (`wave_id`,`indicator_id`,`key`);--> statement-breakpoint
CREATE TABLE `job` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`total` integer DEFAULT 0 NOT NULL,
	`result` text,
	`cancel_requested` integer DEFAULT false NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`beat_at` integer,
	`finished_at` integer
);
--> statement-breakpoint
CREATE TABLE `question` (
	`dataset_version_id` text NOT NULL,
	`question_id` text NOT NULL,
	`order` integer NOT NULL,
	`labels` text NOT NULL,
	`kind` text NOT NULL,
	`base` text NOT NULL,
	`direction` text,
	`relevant` text,
	PRIMARY KEY(`dataset_version_id`, `question_id`),
	FOREIGN KEY (`dataset_version_id`) REFERENCES `dataset_version`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `survey` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_name` ON `survey` (`workspace_id`,`name`);--> statement-breakpoint
CREATE TABLE `variable` (
	`dataset_version_id` text NOT NULL,
	`number` integer NOT NULL,
	`question_id` text NOT NULL,
	`place` integer NOT NULL,
	`name` text NOT NULL,
	`column_index` integer,
	`heading` text NOT NULL,
	`labels` text NOT NULL,
	`kind` text NOT NULL,
	`role` text NOT NULL,
	`unit` text,
	`categories` text NOT NULL,
	`missing` text NOT NULL,
	PRIMARY KEY(`dataset_version_id`, `number`),
	FOREIGN KEY (`dataset_version_id`) REFERENCES `dataset_version`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `variable_name` ON `variable` (`dataset_version_id`,`name`);--> statement-breakpoint
CREATE TABLE `wave` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`name` text NOT NULL,
	`sample_type` text,
	`population` integer,
	`fielded_from` text,
	`fielded_to` text,
	`universe` text,
	`mode` text,
	`sponsor` text,
	`weighting` text,
	`limits` text,
	`design` text,
	`threshold` integer,
	`threshold_reason` text,
	`ladder` text,
	`area_set_id` text,
	`area_variable` text,
	`group_names` text,
	`group_words` text,
	`is_sample` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `wave_name` ON `wave` (`survey_id`,`name`);--> statement-breakpoint
CREATE TABLE `claim` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`owner_organization_id` text NOT NULL,
	`visibility` text DEFAULT 'organization' NOT NULL,
	`kind` text NOT NULL,
	`template` text NOT NULL,
	`status` text NOT NULL,
	`checked_by` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `claim_evidence` (
	`claim_id` text NOT NULL,
	`slot` text NOT NULL,
	`snapshot_id` text NOT NULL,
	`cell` text NOT NULL,
	`stat` text NOT NULL,
	PRIMARY KEY(`claim_id`, `slot`),
	FOREIGN KEY (`claim_id`) REFERENCES `claim`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `estimate_snapshot` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`indicator_id` text NOT NULL,
	`instance_key` text NOT NULL,
	`dataset_versions` text NOT NULL,
	`query` text NOT NULL,
	`recipe` text NOT NULL,
	`released` text NOT NULL,
	`engine` text NOT NULL,
	`computed_at` integer NOT NULL,
	`computed_by` text,
	`sha256` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `estimate_snapshot_sha256_unique` ON `estimate_snapshot` (`sha256`);--> statement-breakpoint
CREATE INDEX `snapshot_by_workspace` ON `estimate_snapshot` (`workspace_id`,`computed_at`);--> statement-breakpoint
CREATE TABLE `exhibit` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`owner_organization_id` text NOT NULL,
	`visibility` text DEFAULT 'organization' NOT NULL,
	`number` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`supersedes` text,
	`title` text NOT NULL,
	`author_alt` text,
	`chart_type` text NOT NULL,
	`state` text NOT NULL,
	`sha256` text,
	`frozen_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exhibit_number` ON `exhibit` (`workspace_id`,`number`,`version`);--> statement-breakpoint
CREATE TABLE `exhibit_item` (
	`exhibit_id` text NOT NULL,
	`order` integer NOT NULL,
	`snapshot_id` text NOT NULL,
	`claim_id` text,
	PRIMARY KEY(`exhibit_id`, `order`),
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`snapshot_id`) REFERENCES `estimate_snapshot`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claim`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `exhibit_use` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`exhibit_id` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`order` integer DEFAULT 0 NOT NULL,
	`how` text DEFAULT 'planned' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `snapshot_estimate` (
	`snapshot_id` text NOT NULL,
	`cell` text NOT NULL,
	`stat` text NOT NULL,
	`estimate` real,
	`ci_low` real,
	`ci_high` real,
	`n` integer,
	`suppressed` integer DEFAULT false NOT NULL,
	`tested` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`snapshot_id`, `cell`, `stat`),
	FOREIGN KEY (`snapshot_id`) REFERENCES `estimate_snapshot`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `campaign` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`owner_organization_id` text NOT NULL,
	`visibility` text DEFAULT 'organization' NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`name` text NOT NULL,
	`issue` text DEFAULT '' NOT NULL,
	`ask` text DEFAULT '' NOT NULL,
	`lead_organization_id` text,
	`status` text NOT NULL,
	`result` text,
	`debrief` text,
	`previous_campaign_id` text
);
--> statement-breakpoint
CREATE TABLE `commitment` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`owner_organization_id` text NOT NULL,
	`visibility` text DEFAULT 'organization' NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`giver_organization_id` text,
	`giver_person_id` text,
	`campaign_id` text,
	`text` text NOT NULL,
	`due_on` text,
	`state` text NOT NULL,
	`evidence` text
);
--> statement-breakpoint
CREATE TABLE `goal` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`horizon` text NOT NULL,
	`victory` text NOT NULL,
	`due_on` text,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `hearing` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`owner_organization_id` text NOT NULL,
	`visibility` text DEFAULT 'organization' NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`body` text NOT NULL,
	`subject` text NOT NULL,
	`measure_id` text,
	`campaign_id` text,
	`status` text NOT NULL,
	`uid` text NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`starts_at` integer NOT NULL,
	`zone` text NOT NULL,
	`earlier_starts` text NOT NULL,
	`place` text NOT NULL,
	`address` text,
	`limit_seconds` integer,
	`item_total_seconds` integer,
	`sign_up_closes_at` integer,
	`materials_due_at` integer,
	`written_due_at` integer,
	`copies` integer,
	`has_screen` integer DEFAULT false NOT NULL,
	`formats` text,
	`rules_source` text,
	`contact` text,
	`position` text DEFAULT 'support' NOT NULL,
	`script` text DEFAULT '' NOT NULL,
	`notes` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `measure_action` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`order` integer NOT NULL,
	`date` text NOT NULL,
	`date_precision` text NOT NULL,
	`organization` text NOT NULL,
	`description` text NOT NULL,
	`classification` text NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `policy_measure`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `measure_action_order` ON `measure_action` (`measure_id`,`order`);--> statement-breakpoint
CREATE TABLE `objective` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`text` text NOT NULL,
	`indicator_id` text,
	`instance_key` text,
	`group_variable` text,
	`group_key` text,
	`measure_text` text,
	`baseline` real,
	`target` real,
	`unit` text NOT NULL,
	`due_on` text NOT NULL,
	`snapshot_id` text,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`title` text,
	`organization_id` text,
	`body` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `policy_action` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`owner_organization_id` text NOT NULL,
	`visibility` text DEFAULT 'organization' NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`measure_id` text,
	`campaign_id` text,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`done_on` text,
	`proof` text,
	`response` text DEFAULT 'none' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `policy_measure` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`owner_organization_id` text NOT NULL,
	`visibility` text DEFAULT 'organization' NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`identifier` text NOT NULL,
	`session` text,
	`title` text NOT NULL,
	`classification` text NOT NULL,
	`jurisdiction` text NOT NULL,
	`body` text NOT NULL,
	`pipeline` text NOT NULL,
	`stage` text NOT NULL,
	`position` text NOT NULL,
	`position_reason` text,
	`summary` text,
	`source_url` text,
	`source_checked_on` text,
	`campaign_id` text
);
--> statement-breakpoint
CREATE INDEX `measure_by_identifier` ON `policy_measure` (`workspace_id`,`identifier`);--> statement-breakpoint
CREATE TABLE `speaker` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`hearing_id` text NOT NULL,
	`order` integer NOT NULL,
	`name` text NOT NULL,
	`organization_id` text,
	`role` text NOT NULL,
	`language` text DEFAULT 'en' NOT NULL,
	`message` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`consent_on` text,
	FOREIGN KEY (`hearing_id`) REFERENCES `hearing`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `stakeholder` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`owner_organization_id` text NOT NULL,
	`visibility` text DEFAULT 'organization' NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`campaign_id` text NOT NULL,
	`person_id` text,
	`organization_id` text,
	`role` text NOT NULL,
	`support` integer,
	`influence` integer,
	`basis` text,
	`rated_on` text,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `task` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`text` text NOT NULL,
	`owner_name` text,
	`organization_id` text,
	`due_on` text,
	`done_at` integer,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action
);
