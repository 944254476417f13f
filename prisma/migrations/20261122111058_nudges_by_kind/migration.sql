-- CreateIndex
CREATE INDEX "Nudge_teamId_kind_date_idx" ON "Nudge"("teamId", "kind", "date");
