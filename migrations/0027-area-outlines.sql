-- A file of outlines (GeoJSON) as somebody brought it: what was read, what each feature was taken for. Kept, so that it can be undone.
create table outline_import (
  id uuid primary key,
  area_path text collate "C" not null,
  filename text not null,
  -- 坐标系 the file was in; what is kept is WGS84
  datum text not null check (datum in ('wgs84', 'gcj02')),
  -- the property of the file that names the areas
  property text,
  features jsonb not null,
  state text not null check (state in ('draft', 'applied', 'undone')),
  created_at timestamptz not null,
  created_by uuid,
  created_by_name text,
  applied_at timestamptz,
  undone_at timestamptz
);
create index outline_import_path on outline_import (area_path, created_at desc);

-- 辖区边界. The newest that was not undone holds; the one before comes back by itself.
create table area_outline (
  id uuid primary key,
  import_id uuid not null references outline_import (id),
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  -- GeoJSON Polygon or MultiPolygon, WGS84
  geometry jsonb not null,
  -- the file it came from
  source text not null,
  imported_at timestamptz not null,
  imported_by uuid,
  undone_at timestamptz
);
create index area_outline_area on area_outline (area_id, imported_at desc) where undone_at is null;
create index area_outline_import on area_outline (import_id);
create index area_outline_path on area_outline (area_path);
