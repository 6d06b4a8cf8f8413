-- The order itself as it was issued (附件): a scan or file, kept with the edition it belongs to.
create table policy_attachment (
  id uuid primary key,
  policy_id uuid not null references policy (id) on delete cascade,
  -- in the sealed file store
  file_id uuid not null,
  filename text not null,
  content_type text not null,
  bytes bigint not null,
  added_at timestamptz not null,
  added_by uuid,
  added_by_name text
);
create index policy_attachment_policy on policy_attachment (policy_id, added_at);
