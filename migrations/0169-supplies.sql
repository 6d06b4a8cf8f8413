-- 防疫物资: items of an office's cupboard, movements that are never changed, and what communities ask of the office above. What there is, is the sum of the movements and kept nowhere.
create table supply_item (
  id uuid primary key,
  -- the office whose cupboard it is
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  name text not null,
  -- 规格
  spec text not null default '',
  -- 单位
  unit text not null,
  -- 最低库存: below it there is too little; 0 where nobody minds
  least int not null check (least between 0 and 10000000),
  state text not null default 'open' check (state in ('open', 'closed')),
  created_at timestamptz not null,
  creator_name text
);
comment on table supply_item is '物资: what an office keeps in its cupboard, by name and specification';
create unique index supply_item_name on supply_item (area_id, name, spec);
create index supply_item_path on supply_item (area_path, id);

create table supply_request (
  id uuid primary key,
  item_id uuid not null references supply_item (id),
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  quantity int not null check (quantity between 1 and 10000000),
  why text,
  asked_at timestamptz not null,
  asker_name text,
  state text not null check (state in ('asked', 'sent', 'refused', 'arrived', 'withdrawn')),
  -- 下发 or 未批
  sent_quantity int,
  -- [{ expiresOn, n }] of what was sent: the community does not see the movements of the office above
  sent_lots jsonb,
  answered_at timestamptz,
  office_name text,
  answerer_name text,
  answer text,
  -- 签收
  arrived_quantity int,
  arrived_at timestamptz,
  receiver_name text
);
comment on table supply_request is '申领: asked of the office above, sent or refused with why, confirmed on arrival';
create index supply_request_path on supply_request (area_path, state, asked_at);
create index supply_request_item on supply_request (item_id, asked_at desc);

create table supply_movement (
  id uuid primary key,
  item_id uuid not null references supply_item (id),
  area_path text collate "C" not null,
  kind text not null check (kind in ('received', 'given', 'counted', 'disposed', 'reversed')),
  -- what it changed: + in, - out
  quantity int not null,
  -- of what was received: 配发 / 采购 / 捐赠, 效期, 捐赠人 and whether they want to be named
  source text check (source in ('allocated', 'bought', 'donated')),
  expires_on date,
  donor text,
  donor_named boolean not null default false,
  -- of what was given: 领用人 and 用途
  recipient_kind text check (recipient_kind in ('duty', 'gate', 'household', 'business', 'office', 'other')),
  recipient_id uuid,
  recipient text,
  purpose text,
  -- 盘点: as many as were there
  counted_as int,
  -- what the rules said of it then: given beyond what there was, and given although expired
  beyond int not null default 0,
  stale int not null default 0,
  note text,
  -- 冲正: the movement it takes back, on a later day
  reverses uuid references supply_movement (id),
  request_id uuid references supply_request (id),
  at timestamptz not null,
  received_at timestamptz not null,
  account_id uuid references account (id),
  by_name text,
  -- 撤销 on the day it was written
  undone_at timestamptz,
  undone_by text
);
comment on table supply_movement is '出入库: received, given, counted, disposed of or reversed; never refused and never changed';
create index supply_movement_item on supply_movement (item_id, at desc, id);
create index supply_movement_path on supply_movement (area_path, at desc, id);
create unique index supply_movement_reverses on supply_movement (reverses) where undone_at is null;
create index supply_movement_request on supply_movement (request_id);

create table supply_part (
  movement_id uuid not null references supply_movement (id),
  -- 批次: the movement by which it came; empty for what is there, or missing, without anybody knowing since when
  lot_id uuid references supply_movement (id),
  item_id uuid not null references supply_item (id),
  area_path text collate "C" not null,
  quantity int not null
);
comment on table supply_part is '出入库按批次: how a movement falls on the batches, so that expiry and donations can be followed to where they went';
create index supply_part_movement on supply_part (movement_id);
create index supply_part_item on supply_part (item_id);
create index supply_part_path on supply_part (area_path);
create index supply_part_lot on supply_part (lot_id);

-- What is left of each batch, by what stands. With the caller's rights.
create view supply_lot with (security_invoker = true) as
  select p.item_id, p.area_path, p.lot_id, l.expires_on, l.at as received_at, sum(p.quantity)::int as quantity
  from supply_part p join supply_movement m on m.id = p.movement_id left join supply_movement l on l.id = p.lot_id where m.undone_at is null group by 1, 2, 3, 4, 5;
comment on view supply_lot is '批次结存: what is left of each batch';
