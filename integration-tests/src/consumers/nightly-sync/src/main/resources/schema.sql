create table audience (
  audience varchar primary key
);
create table membership (
  audience varchar not null references audience,
  user_id varchar not null,
  reference varchar,
  email varchar,
  primary key (audience, user_id)
);
-- A row for each member, and one without a member for an audience that has none.
create view known as
  select * from audience left join membership using (audience);
