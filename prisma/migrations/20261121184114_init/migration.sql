-- CreateTable
CREATE TABLE "InboundEvent" (
    "id" BIGSERIAL NOT NULL,
    "platform" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "payload" JSONB,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "reference" TEXT,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "handledAt" TIMESTAMP(3),

    CONSTRAINT "InboundEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "conversation" TEXT NOT NULL,
    "teamId" UUID,
    "channelId" UUID,
    "personId" UUID,
    "whisperTo" UUID,
    "lane" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "short" JSONB,
    "reviseKey" TEXT,
    "dedupeKey" TEXT NOT NULL,
    "reason" JSONB,
    "repeatable" BOOLEAN NOT NULL DEFAULT false,
    "notBefore" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3),
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "platform" TEXT,
    "receipts" JSONB,
    "lastError" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" TEXT NOT NULL,
    "leasedBy" TEXT,
    "leasedUntil" TIMESTAMP(3),
    "tokens" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "pacedAt" TIMESTAMP(3),

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScheduledJob" (
    "teamId" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "arg" TEXT NOT NULL DEFAULT '',
    "spec" JSONB NOT NULL,
    "nextAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ScheduledJob_pkey" PRIMARY KEY ("teamId","job","arg")
);

-- CreateTable
CREATE TABLE "Slot" (
    "job" TEXT NOT NULL,
    "teamId" UUID NOT NULL,
    "arg" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMP(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "claimedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Slot_pkey" PRIMARY KEY ("job","teamId","arg","at")
);

-- CreateTable
CREATE TABLE "Tick" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Tick_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Installation" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Metric" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "aliases" TEXT[],
    "kind" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "amountKey" TEXT,
    "position" INTEGER NOT NULL,
    "archivedAt" TIMESTAMP(3),

    CONSTRAINT "Metric_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Entry" (
    "id" BIGSERIAL NOT NULL,
    "teamId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "metricId" UUID NOT NULL,
    "date" VARCHAR(10) NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "source" TEXT NOT NULL,
    "reportId" UUID,
    "replaces" BIGINT,
    "reason" TEXT,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MetricDay" (
    "metricId" UUID NOT NULL,
    "date" VARCHAR(10) NOT NULL,
    "memberId" UUID NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "entries" INTEGER NOT NULL,

    CONSTRAINT "MetricDay_pkey" PRIMARY KEY ("metricId","date","memberId")
);

-- CreateTable
CREATE TABLE "Nudge" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "date" VARCHAR(10) NOT NULL,
    "sent" BOOLEAN NOT NULL,
    "reason" JSONB NOT NULL,
    "deliveryId" UUID,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Nudge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Quiet" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL DEFAULT '*',
    "from" TIMESTAMP(3) NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Quiet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Form" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Form_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FormVersion" (
    "formId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdBy" UUID,

    CONSTRAINT "FormVersion_pkey" PRIMARY KEY ("formId","number")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "formId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "date" VARCHAR(10) NOT NULL,
    "ordinal" INTEGER NOT NULL DEFAULT 0,
    "opensAt" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "closesAt" TIMESTAMP(3) NOT NULL,
    "digestAt" TIMESTAMP(3),

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "date" VARCHAR(10) NOT NULL,
    "kind" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "items" JSONB NOT NULL DEFAULT '[]',
    "notes" TEXT[],
    "blockers" TEXT[],
    "reasons" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "submittedBy" UUID NOT NULL,
    "submittedAt" TIMESTAMP(3) NOT NULL,
    "revisedAt" TIMESTAMP(3),
    "readBy" UUID,
    "readAt" TIMESTAMP(3),

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportRevision" (
    "reportId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "by" UUID NOT NULL,

    CONSTRAINT "ReportRevision_pkey" PRIMARY KEY ("reportId","number")
);

-- CreateTable
CREATE TABLE "RoomUser" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RoomUser_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoomChannel" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RoomChannel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoomMessage" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "text" TEXT NOT NULL,
    "content" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "recalled" BOOLEAN NOT NULL DEFAULT false,
    "change" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "RoomMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "calendar" JSONB NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "lang" TEXT,
    "currentTeamId" UUID,
    "lastPlatform" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "platform" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("platform","accountId")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "role" TEXT NOT NULL DEFAULT 'rep',
    "calendar" JSONB,
    "joinedOn" VARCHAR(10) NOT NULL,
    "leftOn" VARCHAR(10),

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Channel" (
    "id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "name" TEXT,
    "teamId" UUID,
    "greetedAt" TIMESTAMP(3),

    CONSTRAINT "Channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Leave" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "from" VARCHAR(10) NOT NULL,
    "to" VARCHAR(10) NOT NULL,
    "half" TEXT,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "cancelledAt" TIMESTAMP(3),

    CONSTRAINT "Leave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficialDay" (
    "date" VARCHAR(10) NOT NULL,
    "work" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "OfficialDay_pkey" PRIMARY KEY ("date")
);

-- CreateIndex
CREATE INDEX "InboundEvent_state_conversation_id_idx" ON "InboundEvent"("state", "conversation", "id");

-- CreateIndex
CREATE UNIQUE INDEX "InboundEvent_platform_eventId_key" ON "InboundEvent"("platform", "eventId");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_seq_key" ON "Delivery"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_dedupeKey_key" ON "Delivery"("dedupeKey");

-- CreateIndex
CREATE INDEX "Delivery_conversation_state_lane_seq_idx" ON "Delivery"("conversation", "state", "lane", "seq");

-- CreateIndex
CREATE INDEX "Delivery_state_notBefore_idx" ON "Delivery"("state", "notBefore");

-- CreateIndex
CREATE INDEX "Delivery_conversation_reviseKey_seq_idx" ON "Delivery"("conversation", "reviseKey", "seq");

-- CreateIndex
CREATE INDEX "Delivery_personId_createdAt_idx" ON "Delivery"("personId", "createdAt");

-- CreateIndex
CREATE INDEX "ScheduledJob_nextAt_idx" ON "ScheduledJob"("nextAt");

-- CreateIndex
CREATE INDEX "Slot_teamId_at_idx" ON "Slot"("teamId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Metric_teamId_key_key" ON "Metric"("teamId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Entry_replaces_key" ON "Entry"("replaces");

-- CreateIndex
CREATE INDEX "Entry_memberId_metricId_date_idx" ON "Entry"("memberId", "metricId", "date");

-- CreateIndex
CREATE INDEX "Entry_reportId_idx" ON "Entry"("reportId");

-- CreateIndex
CREATE INDEX "MetricDay_memberId_date_idx" ON "MetricDay"("memberId", "date");

-- CreateIndex
CREATE INDEX "Nudge_personId_date_idx" ON "Nudge"("personId", "date");

-- CreateIndex
CREATE INDEX "Nudge_memberId_at_idx" ON "Nudge"("memberId", "at");

-- CreateIndex
CREATE INDEX "Quiet_personId_until_idx" ON "Quiet"("personId", "until");

-- CreateIndex
CREATE UNIQUE INDEX "Form_teamId_key_key" ON "Form"("teamId", "key");

-- CreateIndex
CREATE INDEX "Round_teamId_date_idx" ON "Round"("teamId", "date");

-- CreateIndex
CREATE UNIQUE INDEX "Round_formId_date_ordinal_key" ON "Round"("formId", "date", "ordinal");

-- CreateIndex
CREATE INDEX "Report_memberId_kind_date_idx" ON "Report"("memberId", "kind", "date");

-- CreateIndex
CREATE INDEX "Report_teamId_date_idx" ON "Report"("teamId", "date");

-- CreateIndex
CREATE UNIQUE INDEX "Report_roundId_memberId_key" ON "Report"("roundId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "RoomMessage_key_key" ON "RoomMessage"("key");

-- CreateIndex
CREATE INDEX "RoomMessage_channel_change_idx" ON "RoomMessage"("channel", "change");

-- CreateIndex
CREATE INDEX "Account_personId_idx" ON "Account"("personId");

-- CreateIndex
CREATE INDEX "Member_personId_idx" ON "Member"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_teamId_personId_key" ON "Member"("teamId", "personId");

-- CreateIndex
CREATE INDEX "Channel_teamId_idx" ON "Channel"("teamId");

-- CreateIndex
CREATE UNIQUE INDEX "Channel_platform_externalId_key" ON "Channel"("platform", "externalId");

-- CreateIndex
CREATE INDEX "Leave_memberId_to_idx" ON "Leave"("memberId", "to");

-- AddForeignKey
ALTER TABLE "Metric" ADD CONSTRAINT "Metric_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Form" ADD CONSTRAINT "Form_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormVersion" ADD CONSTRAINT "FormVersion_formId_fkey" FOREIGN KEY ("formId") REFERENCES "Form"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_formId_fkey" FOREIGN KEY ("formId") REFERENCES "Form"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportRevision" ADD CONSTRAINT "ReportRevision_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Channel" ADD CONSTRAINT "Channel_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Leave" ADD CONSTRAINT "Leave_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
