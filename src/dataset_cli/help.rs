//! What the command says of itself.

pub const HELP: &str = concat!(
    "The data of ",
    package_text!(title en),
    ", for people who keep it up to date.

  dataset check             does the data keep its rules?
  dataset import FILE       add what a new State Bank workbook says
  dataset add               add a figure that is reported before the workbook is out, or a list
  dataset diff [FOLDER]     what has changed, and what the headline says now

Each month: when a figure is in the news, `add` it; when the workbook \"Trade in Services\" is
out, `import` it. Both first show what would change and write nothing until you say yes.
`dataset import --help` and so on say more. From a checkout of the project, write
`scripts/dataset import FILE` for `dataset import FILE`.

The exit code is 0 when all is well (also when nothing was to be done, or nobody said yes),
1 when something was refused and nothing was written, 2 when the command was called in
another way, 3 when the disk, or somebody else's change, did not let it write.
"
);

pub const CHECK: &str = "\
Usage: dataset check [FOLDER]

Reads the CSV files in FOLDER (static/data when left out) and names everything that
breaks a rule, one problem a line:

  static/data/observations.csv:12:5: what is wrong: what to do
                          file:line:column

Lines and columns count from 1; line 1 is the header. Correct the files, save them as
CSV with commas and in UTF-8, and check again. The exit code is 0 when there is no
problem, 1 when there is one, 2 when the command was called in another way. A line that
starts with \"worth a look\" is no problem.
";

pub const IMPORT: &str = "\
Usage: dataset import FILE [--published DAY] [--url ADDRESS] [--yes] …

Reads the State Bank of Pakistan's workbook \"Trade in Services\" (.xls or .xlsx): exports of
item 9 with its parts, of 10.3.5 and of all services, in every month and July-to-month total it
has. Shows what is new and what is revised, what the headline will say, and asks for a yes.
Figures that stand stay as they are: what is revised stands beside them, with its day.

  --published DAY       when the State Bank published it: 2026-03-17. Left out, it is the day
                        on which the file was last saved, and the source says \"inferred\"
  --url ADDRESS         where you downloaded it; asked for when a source is new
  --outlet NAME         whose copy it is, when not the State Bank's own
  --yes                 write without asking

What does not look right is refused, with the cell, the reason and what to do. Four things may
be right all the same; say so after comparing with the State Bank's own file:

  --as-published CODE   what is asked about this sector (total, computer.freelance …) or this
                        period (2026-07) is printed so: a change of more than 60% on the year,
                        a revision of more than 5% of a total or 25% of a part, most lines of a
                        period revised at once, a total that is not what its months add up to.
                        The note of the figure will say it, too
  --renamed CODE        the line of this code (9.2.2) has another name and means the same
  --sheet NAME          the sheet is called so, and no longer EBOPS
  --edition MONTH       the latest month is this one (2026-02), though the file was saved later

  --data FOLDER         the data, when not static/data

Example:
  dataset import ~/Downloads/dt.xls --published 2026-03-17 --url https://…/dt.xls
";

pub const ADD: &str = concat!(
    "Usage: dataset add [--month MONTH --value MILLIONS --published DAY --url ADDRESS …] [--yes]
       dataset add --from FILE [--published DAY --url ADDRESS --outlet NAME …] [--yes]

Adds one figure, such as the headline of a month, as somebody reports it before the workbook is
out. What is not given is asked for, step by step, and what cannot be is asked for again. Shows
what would change and asks for a yes. With --from, all figures of a list are added, or none.

  --month MONTH         2026-08 or August 2026; for a total of several months 2026-07..2026-08
  --value MILLIONS      millions of ",
    package_text!(full unit en),
    ": 391.4
  --published DAY       2026-09-17 or 17 September 2026; 2026-09 where the page shows no day
  --url ADDRESS         the page where you read it
  --outlet NAME         whose page it is: Dawn
  --publisher NAME      whose figure it is (when left out the first of: ",
    package_text!(publishers en),
    ")
  --status WORD         provisional, revised or final. Left out, it is that of the figure which
                        stands, revised where this is another figure; provisional where none
                        stands, and final where the months were over more than three months ago
  --sector CODE         a sector of sectors.csv (total)
  --note TEXT           what else there is to say; it answers no question
  --as-published CODE   what is asked about this sector is printed so: a change of more than 60%
                        on the year, a revision of more than 5% of a total or 25% of a part, a
                        total that is not what its months add up to. The note will say it
  --from FILE           a CSV file with a figure in each row. Its first line names the columns,
                        in any order, of sector,start,end,",
    package_text!(value column),
    ",status,published,
                        outlet,publisher,url,note. start and ",
    package_text!(value column),
    " have to be there;
                        for cells that are empty or missing counts what the command line says,
                        and for end what start says
  --yes                 write without asking
  --data FOLDER         the data, when not static/data

Examples:
  dataset add --month 2026-08 --value 391.4 --published 2026-09-17 \\
              --outlet Dawn --url https://www.dawn.com/news/…
  dataset add --from figures.csv --published 2026-09-30 --outlet Dawn --url https://…
"
);

pub const DIFF: &str = "\
Usage: dataset diff [FOLDER] [--data FOLDER]

Says what differs between the data (static/data, or --data) and an older state of it: new
months, revisions, records broken, what the headline says now in both languages. The older
state is that in FOLDER; without one, that of the last commit (this needs git).
";
