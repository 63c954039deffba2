//! Each rule of the data package refuses its own mistake, in words that say what to do.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use it_exports::data::context::{Context, Texts};
use it_exports::data::record::Terms;
use it_exports::data::{Dataset, Sources, package, problem::Problem};
use it_exports::package_text::TERMS;
use proptest::prelude::*;

const OBSERVATIONS: &str = "\
sector,start,end,value_usd_million,status,published,source,note
total,2023-01,2023-01,100,final,2023-02-20,sbp,
total,2023-02,2023-02,101,final,2023-03-20,sbp,
total,2023-03,2023-03,102,final,2023-04-20,sbp,
total,2023-04,2023-04,103,final,2023-05-20,sbp,
total,2023-05,2023-05,104,final,2023-06-20,sbp,
total,2023-06,2023-06,105,final,2023-07-20,sbp,
total,2023-07,2023-07,106,final,2023-08-20,sbp,
total,2023-07,2023-08,213.5,revised,2023-10-25,dawn,
total,2023-07,2023-09,321,revised,2023-10-25,dawn,
total,2023-08,2023-08,107,final,2023-09-20,sbp,
total,2023-09,2023-09,107.5,derived,2023-10-25,dawn,321 minus 213.5
total,2023-10,2023-10,109,final,2023-11-20,sbp,
total,2023-11,2023-11,110,final,2023-12-20,sbp,
total,2023-12,2023-12,111,final,2024-01-20,sbp,
total,2024-01,2024-01,112,provisional,2024-02-20,sbp,
total,2024-01,2024-01,112.125,revised,2024-03-18,sbp,
total,2024-02,2024-02,113,provisional,2024-02,app,
computer,2024-01,2024-01,80,final,2024-02-20,sbp,
computer,2024-02,2024-02,81,final,2024-03-18,dawn,
computer.software,2024-01,2024-01,50,final,2024-02-20,sbp,
computer.software,2024-02,2024-02,45,final,2024-03-18,dawn,
computer.other,2024-01,2024-01,30.2,final,2024-02-20,sbp,
computer.bundle,2023-12,2023-12,77,final,2024-01-20,dawn,
telecom,2024-01,2024-01,31.9,final,2024-02-20,sbp,
all_services,2024-01,2024-01,700,final,2024-02-20,sbp,\"all of it, goods excluded\"
";

const SOURCES: &str = "\
id,publisher,outlet,title,url,dated
sbp,State Bank,State Bank,,https://sbp.example/,shown
dawn,State Bank,Dawn,\"IT exports up, again\",https://dawn.example/1,shown
app,State Bank,APP,,http://app.example/2,inferred
world-bank,World Bank,World Bank,,https://data.example/,shown
wdi,World Bank,Indicators,,https://wdi.example/,inferred
";

const SECTORS: &str = "\
code,parent,ebops,name_en,name_ur,short_en,short_ur,since,note_en,note_ur
total,,9,IT services,آئی ٹی خدمات,Total,کل,,,
computer,total,9.2,Computer services,کمپیوٹر خدمات,Computer,کمپیوٹر,,,
computer.freelance,computer,9.2.5,Freelance,فری لانسنگ,Freelance,فری لانسنگ,2024-07,Newer,نئی
computer.software,computer,9.2.4,Software,سافٹ ویئر,Software,سافٹ ویئر,,,
computer.other,computer,9.2.6,Other,دیگر,Other,دیگر,,,
computer.bundle,computer,9.2.4+9.2.6,Software and other,سافٹ ویئر و دیگر,Both,دونوں,,,
telecom,total,9.1,Telecommunications,ٹیلی مواصلات,Telecom,ٹیلی مواصلات,,,
all_services,,,All services,تمام خدمات,All,تمام,,,
";

const WORKING_DAYS: &str = "\
month,weekdays,holidays,working_days,holiday_names
2023-01,22,0,22,
2023-02,20,1,19,05 Kashmir Solidarity Day
2023-03,23,1,22,23 Pakistan Day
2023-04,20,2,18,21 Eid al-Fitr; 24 Eid al-Fitr
2023-05,23,1,22,01 Labour Day
2023-06,22,2,20,29 Eid al-Adha; 30 Eid al-Adha
2023-07,21,2,19,27 Ashura; 28 Ashura
2023-08,23,1,22,14 Independence Day
2023-09,21,1,20,28 Prophet's Birthday
2023-10,22,0,22,
2023-11,22,1,21,09 Iqbal Day
2023-12,21,1,20,25 Quaid-e-Azam Day
2024-01,23,0,23,
2024-02,21,1,20,05 Kashmir Solidarity Day
";

const EVENTS: &str = "\
date,kind,title_en,title_ur,text_en,text_ur,source
2023-05-09,shock,Internet cut,انٹرنیٹ بند,Mobile internet was cut.,موبائل انٹرنیٹ بند رہا۔,dawn
2023-11,policy,New rule,نیا ضابطہ,Half may be kept.,نصف رکھا جا سکتا ہے۔,dawn
";

const COUNTRIES: &str = "\
iso3,kind,name_en,name_ur,break_year,note_en,note_ur
PAK,country,Pakistan,پاکستان,,,
NPL,country,Nepal,نیپال,2022,A break,سلسلہ ٹوٹتا ہے
WLD,world,World,دنیا,,,
";

const PEERS: &str = "\
country,year,indicator,value,source
PAK,2022,exports,2650000000,wdi
PAK,2023,exports,2718000000,wdi
NPL,2023,exports,299929757.55569,wdi
PAK,2023,population,247504495,wdi
PAK,2023,gdp,338368455673.4,wdi
";

const DRIVERS: &str = "\
code,kind,title_en,title_ur,sentence_en,sentence_ur,sectors,events
freelancers,driver,Freelancers,فری لانسرز,They are counted.,گنے جاتے ہیں۔,computer.freelance computer.other,2023-11
skills,obstacle,Skills,ہنر,Sources differ.,ذرائع متفق نہیں۔,,
";

const INDICATORS: &str = "\
driver,code,name_en,name_ur,unit,period,value,bound,kind,series,source,note_en,note_ur
freelancers,receipts,Receipts,وصولیاں,usd_million,FY22,397.328,exact,official,bank,dawn,,
freelancers,receipts,Receipts,وصولیاں,usd_million,FY23,400,about,official,bank,dawn,Rounded,پورا ہندسہ
freelancers,receipts,Receipts,وصولیاں,usd_million,2023-07..2024-03,350.15,exact,official,,app,,
skills,graduates,Graduates,گریجویٹ,count,2023,75000,about,claim,,app,,
skills,graduates,Graduates,گریجویٹ,count,2023,72952,exact,estimate,,dawn,Counted otherwise,الگ گنتی
";

const TARGETS: &str = "\
id,announced,announcer_en,announcer_ur,kind,what,value_usd_million,period,source,note_en,note_ur
five,2022-08-24,Minister,وزیر,target,ict,5000,FY23,dawn,,
ten,2024-12,Industry,صنعت,ambition,freelance,10000,2029,app,,
";

const PRICES: &str = "\
series,month,value,source,note
pkr_per_usd,2022-07,219.44,sbp,
pkr_per_usd,2022-08,220.89,sbp,
pkr_per_usd,2022-10,220.57,sbp,
us_cpi,2022-07,296.276,wdi,
us_cpi,2022-08,296.171,wdi,
";

/// A file of which the program knows nothing but that it names sources.
const RATES: &str = "\
country,value,source
IND,162,world-bank
";

const DESCRIPTION: &str = r#"{
  "resources": [
    {"path": "observations.csv", "schema": {"fields": [
      {"name": "sector"}, {"name": "start"}, {"name": "end"}, {"name": "value_usd_million"},
      {"name": "status"}, {"name": "published"}, {"name": "source"}, {"name": "note"}]},
     "history": {"until": "2024-02-29", "rows": 20}},
    {"path": "sources.csv", "schema": {"fields": [{"name": "id"}, {"name": "publisher"},
      {"name": "outlet"}, {"name": "title"}, {"name": "url"}, {"name": "dated"}]}},
    {"path": "sectors.csv", "schema": {"fields": [
      {"name": "code"}, {"name": "parent"}, {"name": "ebops"}, {"name": "name_en"},
      {"name": "name_ur"}, {"name": "short_en"}, {"name": "short_ur"}, {"name": "since"},
      {"name": "note_en"}, {"name": "note_ur"}]}},
    {"path": "working_days.csv", "schema": {"fields": [{"name": "month"}, {"name": "weekdays"},
      {"name": "holidays"}, {"name": "working_days"}, {"name": "holiday_names"}]}},
    {"path": "events.csv", "schema": {"fields": [{"name": "date"}, {"name": "kind"},
      {"name": "title_en"}, {"name": "title_ur"}, {"name": "text_en"}, {"name": "text_ur"},
      {"name": "source"}]}},
    {"path": "rates.csv", "schema": {"fields": [{"name": "country"}, {"name": "value"},
      {"name": "source"}]}},
    {"path": "countries.csv", "schema": {"fields": [{"name": "iso3"}, {"name": "kind"},
      {"name": "name_en"}, {"name": "name_ur"}, {"name": "break_year"}, {"name": "note_en"},
      {"name": "note_ur"}]}},
    {"path": "peers.csv", "schema": {"fields": [{"name": "country"}, {"name": "year"},
      {"name": "indicator"}, {"name": "value"}, {"name": "source"}]}},
    {"path": "drivers.csv", "schema": {"fields": [{"name": "code"}, {"name": "kind"},
      {"name": "title_en"}, {"name": "title_ur"}, {"name": "sentence_en"},
      {"name": "sentence_ur"}, {"name": "sectors"}, {"name": "events"}]}},
    {"path": "indicators.csv", "schema": {"fields": [{"name": "driver"}, {"name": "code"},
      {"name": "name_en"}, {"name": "name_ur"}, {"name": "unit"}, {"name": "period"},
      {"name": "value"}, {"name": "bound"}, {"name": "kind"}, {"name": "series"},
      {"name": "source"}, {"name": "note_en"}, {"name": "note_ur"}]}},
    {"path": "targets.csv", "schema": {"fields": [{"name": "id"}, {"name": "announced"},
      {"name": "announcer_en"}, {"name": "announcer_ur"}, {"name": "kind"}, {"name": "what"},
      {"name": "value_usd_million"}, {"name": "period"}, {"name": "source"},
      {"name": "note_en"}, {"name": "note_ur"}]}}, {"path": "prices.csv", "schema": {"fields": [{"name": "series"}, {"name": "month"}, {"name": "value"}, {"name": "source"}, {"name": "note"}]}}
  ],
  "record": {
    "title": {"en": "Exports", "ur": "برآمدات"},
    "subject": {"en": "exports", "ur": "برآمدات"},
    "goods": {"en": "services", "ur": "خدمات"},
    "country": {"iso3": "PAK", "iso2": "PK", "en": "Pakistan", "whose": "Pakistan's", "ur": "پاکستان"},
    "unit": {"code": "usd", "symbol": "$", "sign": "US$",
      "noun": {"en": "dollars", "ur": "ڈالر"}, "full": {"en": "US dollars", "ur": "امریکی ڈالر"}},
    "fiscal_year": {"first_month": 7},
    "publishers": {"en": "A bank", "ur": "ایک بینک"},
    "about": {"en": "Exports.", "ur": "برآمدات۔"},
    "method": {"en": "As published.", "ur": "جیسے شائع ہوا۔"},
    "measured": {"name": "Exports", "description": "Gross exports"},
    "languages": {"en": {"name": "English", "locale": "en_US"}, "ur": {"name": "اردو", "locale": "ur_PK"}},
    "plausible": {"month_at_most": 5000, "jump_from": 10},
    "nouns": [{"sector": "computer.other", "en": "the rest"}],
    "peers": {"goods": {"en": "services", "ur": "خدمات"}, "subject": {"en": "exports", "ur": "برآمدات"},
      "beside": ["IND"], "note": {"en": "", "ur": ""}},
    "scope": {"en": "Announcements may mean more.", "ur": "اعلانات کا مطلب وسیع ہو سکتا ہے۔"}
  }
}
"#;

const FILES: [(&str, &str); 13] = [
    ("observations.csv", OBSERVATIONS),
    ("sources.csv", SOURCES),
    ("sectors.csv", SECTORS),
    ("working_days.csv", WORKING_DAYS),
    ("events.csv", EVENTS),
    ("rates.csv", RATES),
    ("countries.csv", COUNTRIES),
    ("peers.csv", PEERS),
    ("drivers.csv", DRIVERS),
    ("indicators.csv", INDICATORS),
    ("targets.csv", TARGETS),
    ("prices.csv", PRICES),
    ("datapackage.json", DESCRIPTION),
];

/// A valid package in a folder of its own, gone at the end of the test.
struct Copy(PathBuf);

impl Copy {
    fn new() -> Copy {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("rules-{}-{count}", std::process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).unwrap();
        let copy = Copy(folder);
        for (file, text) in FILES {
            copy.write(file, text.as_bytes());
        }
        copy
    }

    fn write(&self, file: &str, bytes: &[u8]) {
        fs::write(self.0.join(file), bytes).unwrap();
    }

    /// Replaces a text that stands once in the file.
    fn change(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.0.join(file)).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from} stands once in {file}");
        self.write(file, text.replacen(from, to, 1).as_bytes());
    }

    /// Without the folder in front.
    fn problems(&self) -> Vec<String> {
        let folder = format!("{}/", self.0.display());
        let problems = package::open(&self.0, &TERMS).map_or_else(|it| it, |it| it.warnings);
        problems.iter().map(|it| it.to_string().replacen(&folder, "", 1)).collect()
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A file, a text that stands in it once, what replaces that text, and all that is said of
/// the package then. `⏎` is a line end, `⌷` a space without width.
const CASES: &str = r#"
# the header names the columns
observations.csv: sector,start,end, → sector,begin,end,
  observations.csv:1:8: the column is called "begin" where start is expected: put the header back as it was
observations.csv: sector,start,end,value_usd_million,status,published,source,note → sector;start;end;value_usd_million;status;published;source;note
  observations.csv:1:1: the cells are not separated by commas: save the file again with commas between cells
sources.csv: url,dated → url
  sources.csv:1:27: the column dated is missing: add it after the last, in the header and each row
sources.csv: url,dated → url,dated,seen
  sources.csv:1:37: the column "seen" has no place here: delete it
rates.csv: value,source → amount,source
  rates.csv:1:9: the column is called "amount" where value is expected: put the header back as it was

# every row has its cells
rates.csv: IND,162,world-bank⏎ → IND,162⏎
  rates.csv:2:1: the row has 2 cells where 3 are expected: add the missing ones, with a comma for each even when it is empty
observations.csv: total,2023-03, → ,,,,,,,⏎total,2023-03,
  observations.csv:4:1: the row is empty: delete it
observations.csv: 104,final → 1,004,final
  observations.csv:6:1: the row has 9 cells where 8 are expected: put quotation marks around a cell that has a comma in it, or delete what is too much
observations.csv: 103,final,2023-05-20,sbp, → 103,final,2023-05-20,sbp
  observations.csv:5:1: the row has 7 cells where 8 are expected: add the missing ones, with a comma for each even when it is empty
observations.csv: "all of it, goods excluded" → "all of it, goods excluded
  observations.csv:26:55: the cell runs on over the end of the line: take the line break out, or close the quotation mark
sectors.csv: Newer,نئی → "New⏎er",نئی
  sectors.csv:4:85: the cell runs on over the end of the line: take the line break out, or close the quotation mark

# a cell is not empty and has no spaces around it
observations.csv: 2024-01-20,dawn, → 2024-01-20, dawn,
  observations.csv:24:53: the cell starts or ends with a space: delete the space
observations.csv: 80,final → 80,
  observations.csv:19:29: status is empty: fill it in
sectors.csv: IT services,آئی ٹی خدمات → IT services,
  sectors.csv:2:22: name_ur is empty: give every text in English (_en) and in Urdu (_ur)
sectors.csv: IT services,آئی →   ,آئی
  sectors.csv:2:10: the cell starts or ends with a space: delete the space
  sectors.csv:2:10: name_en is empty: give every text in English (_en) and in Urdu (_ur)
sectors.csv: Newer,نئی → Newer,
  sectors.csv:4:91: note_ur is empty: give every text in English (_en) and in Urdu (_ur)
sectors.csv: Newer,نئی → ,نئی
  sectors.csv:4:85: note_en is empty: give every text in English (_en) and in Urdu (_ur)
events.csv: Half may be kept.,نصف رکھا جا سکتا ہے۔ → Half may be kept.,
  events.csv:3:53: text_ur is empty: give every text in English (_en) and in Urdu (_ur)

# months and dates are written plainly
observations.csv: total,2023-04, → total,Apr-23,
  observations.csv:5:7: "Apr-23" is not a month: write the year, a hyphen and two digits, such as 2023-10 (set the column to text, or spreadsheets rewrite it)
sectors.csv: 2024-07 → 2024-7
  sectors.csv:4:77: "2024-7" is not a month: write the year, a hyphen and two digits, such as 2023-10 (set the column to text, or spreadsheets rewrite it)
observations.csv: 2023-05-20 → 20/05/2023
  observations.csv:5:33: "20/05/2023" is not a date: write 2023-11-20, or 2023-11 where the page shows no day (set the column to text, or spreadsheets rewrite it)
events.csv: 2023-05-09 → 2023-02-29
  events.csv:2:1: "2023-02-29" is not a date: write 2023-11-20, or 2023-11 where the page shows no day (set the column to text, or spreadsheets rewrite it)

# a value is millions in plain digits
observations.csv: 103, → "1,03",
  observations.csv:5:23: "1,03" is not a number: write millions of US dollars with digits and at most one point, such as 1052.25
observations.csv: 103, → n/a,
  observations.csv:5:23: "n/a" is not a number: write millions of US dollars with digits and at most one point, such as 1052.25
observations.csv: 103, → -103,
  observations.csv:5:23: -103 is negative, which exports cannot be: check the sign
observations.csv: 103, → 103.0004,
  observations.csv:5:23: 103.0004 has more than three decimals of millions, and no figure is kept closer than to a thousand: round it to three
observations.csv: 103, → 1.03E+02,
  observations.csv:5:23: 1.03E+02 is written with an exponent: write it in plain digits (set the column to numbers with three decimals)
observations.csv: 700, → 700000000,
  observations.csv:26:30: 700000000 million US dollars is more than exports can be: write millions, if the figure is in thousands or in single ones

# some cells hold one of a few words
observations.csv: 113,provisional → 113,preliminary
  observations.csv:18:27: "preliminary" is not known here: write one of final, revised, derived, provisional
sources.csv: 2,inferred → 2,guessed
  sources.csv:4:42: "guessed" is not known here: write one of shown, inferred
events.csv: shock → scandal
  events.csv:2:12: "scandal" is not known here: write one of infrastructure, market, policy, shock

# names and addresses have a form
sectors.csv: telecom,total,9.1 → Telecom,total,9.1
  observations.csv:25:1: unknown sector "telecom": did you mean Telecom? Otherwise add it to sectors.csv first
  sectors.csv:8:1: "Telecom" is not a short name: use only small letters a to z, digits, and . _ or -
sources.csv: http://app.example/2 → www.app.example/2
  sources.csv:4:21: "www.app.example/2" is not an address: copy it from the browser whole, from http:// or https:// on, without spaces, backslashes, names or passwords
sources.csv: http://app.example/2 → http://app.example/2 page
  sources.csv:4:21: "http://app.example/2 page" is not an address: copy it from the browser whole, from http:// or https:// on, without spaces, backslashes, names or passwords
sources.csv: http://app.example/2 → ftp://app.example/2
  sources.csv:4:21: "ftp://app.example/2" is not an address: copy it from the browser whole, from http:// or https:// on, without spaces, backslashes, names or passwords
sources.csv: http://app.example/2 → https://me:secret@app.example/2
  sources.csv:4:21: "https://me:secret@app.example/2" is not an address: copy it from the browser whole, from http:// or https:// on, without spaces, backslashes, names or passwords
sources.csv: http://app.example/2 → https:\\app.example\2
  sources.csv:4:21: "https:\\\\app.example\\2" is not an address: copy it from the browser whole, from http:// or https:// on, without spaces, backslashes, names or passwords
sources.csv: http://app.example/2 → https:///2
  sources.csv:4:21: "https:///2" is not an address: copy it from the browser whole, from http:// or https:// on, without spaces, backslashes, names or passwords
sources.csv: http://app.example/2 → https://
  sources.csv:4:21: "https://" is not an address: copy it from the browser whole, from http:// or https:// on, without spaces, backslashes, names or passwords

# a text means what it shows, in spreadsheets, too
sources.csv: State Bank,Dawn → State Bank,=1+1
  sources.csv:3:17: the text begins with =, and spreadsheets take it for a formula: begin with a word
sources.csv: State Bank,Dawn → State Bank,Da⌷wn
  sources.csv:3:17: the cell has a sign that nobody sees (U+200B): write the text anew without it
sectors.csv: Computer services → Computer⌷services
  sectors.csv:3:20: the cell has a sign that nobody sees (U+200B): write the text anew without it
observations.csv: 2024-03-18,sbp, → 2024-03-18,sbp,-5% on the week
  observations.csv:17:54: the text begins with -, and spreadsheets take it for a formula: begin with a word

# what is named must be listed
observations.csv: computer.other → computer.othr
  observations.csv:23:1: unknown sector "computer.othr": did you mean computer.other? Otherwise add it to sectors.csv first
observations.csv: computer.other → gaming
  observations.csv:23:1: unknown sector "gaming": correct it, or add it to sectors.csv first
events.csv: رہا۔,dawn → رہا۔,dwan
  events.csv:2:92: unknown source "dwan": did you mean dawn? Otherwise add it to sources.csv first
rates.csv: world-bank → imf
  rates.csv:2:9: unknown source "imf": correct it, or add it to sources.csv first
  sources.csv:5:1: no row of any file names this source: delete it, or add what was read there
sectors.csv: telecom,total → telecom,totl
  sectors.csv:8:9: unknown parent "totl": did you mean total? Otherwise add it to sectors.csv first

# nothing is listed twice or for nothing
sources.csv: world-bank,World → sbp,World
  rates.csv:2:9: unknown source "world-bank": correct it, or add it to sources.csv first
  sources.csv:5:1: id "sbp" stands in line 2 already: change one of the two or delete it
sectors.csv: all_services,,, → telecom,,,
  observations.csv:26:1: unknown sector "all_services": correct it, or add it to sectors.csv first
  sectors.csv:9:1: code "telecom" stands in line 8 already: change one of the two or delete it
sectors.csv: telecom,total,9.1 → telecom,total,9.2
  sectors.csv:8:15: ebops "9.2" stands in line 3 already: change one of the two or delete it
rates.csv: world-bank → dawn
  sources.csv:5:1: no row of any file names this source: delete it, or add what was read there

# sectors stand in the order of their tree
sectors.csv: total,,9, → total,computer,9,
  sectors.csv:2:1: the first sector must be total, without a parent: move its row to the top
  sectors.csv:2:7: the parent computer does not stand above this row: move the row to below its parent's
sectors.csv: computer,total,9.2, → computer,telecom,9.2,
  sectors.csv:3:10: the parent telecom does not stand above this row: move the row to below its parent's
sectors.csv: all_services,,, → all_services,computer,,
  sectors.csv:9:1: the row stands apart from the other parts of computer: move it up to them
sectors.csv: 9.2.4+9.2.6 → 9.2.4+9.2.7
  sectors.csv:7:26: "9.2.7" is not the code of a part of "computer": name the codes that are printed as one, joined by +

# a figure is published after its months
observations.csv: total,2023-07,2023-08 → total,2023-07,2023-05
  observations.csv:9:15: the last month is before the first: swap start and end, or correct one of them
observations.csv: 2023-02-20 → 2022-12-20
  observations.csv:2:33: the figure was published before its last month, 2023-01, was over: correct the months or the date
observations.csv: 2023-02-20 → 2023-01-31
  observations.csv:2:33: the figure was published before its last month, 2023-01, was over: correct the months or the date

# figures stand in order and once
observations.csv: total,2023-03,2023-03,102,final,2023-04-20,sbp,⏎total,2023-04,2023-04,103,final,2023-05-20,sbp, → total,2023-04,2023-04,103,final,2023-05-20,sbp,⏎total,2023-03,2023-03,102,final,2023-04-20,sbp,
  observations.csv:5:1: the row belongs above line 4: sort by sector (in the order of sectors.csv), start, end, published; of one day the workbook is last, and after what is less firm what is firmer
observations.csv: 2024-03-18,sbp, → 2024-02-20,sbp,
  observations.csv:17:1: line 16 has a figure for the same sector, months, date and source already: keep one of the two

# a derived figure gives its arithmetic
observations.csv: 321 minus 213.5 → by difference
  observations.csv:12:53: the figure is derived, but the note does not say how: start the note with the arithmetic, such as 939.51 minus 852.64 (minus, plus, x or /)
observations.csv: 321 minus 213.5 → 
  observations.csv:12:53: the figure is derived, but the note does not say how: start the note with the arithmetic, such as 939.51 minus 852.64 (minus, plus, x or /)
observations.csv: 321 minus 213.5 → 321 minus 213.8; rounded
  observations.csv:12:23: the arithmetic in the note gives 107.2, not 107.5: correct the value or the note

# a part is not above its whole
observations.csv: 45,final → 81.5,final
  observations.csv:22:35: 81.5 is more than the whole of which it is a part, computer with 81: correct one of the two; if it is printed so, write in the note: more than its whole, as published
observations.csv: 77,final,2024-01-20,dawn → 117,final,2024-01-20,dawn
  observations.csv:24:33: 117 is more than the whole of which it is a part, total with 111: correct one of the two; if it is printed so, write in the note: more than its whole, as published
observations.csv: 77,final,2024-01-20,dawn → 117,final,2024-01-20,sbp
  observations.csv:24:33: 117 is more than the whole of which it is a part, total with 111: correct one of the two; if it is printed so, write in the note: more than its whole, as published

# parts add up to their whole
observations.csv: 50,final → 52,final
  observations.csv:19:26: the parts from the same source add up to 82.2, not 80: correct the wrong figure, or start this note with "parts do not add up" and say why
observations.csv: computer.bundle,2023-12,2023-12,77,final,2024-01-20,dawn, → computer.bundle,2024-02,2024-02,77,final,2024-03-18,dawn,
  observations.csv:20:26: the parts from the same source add up to 77, not 81: correct the wrong figure, or start this note with "parts do not add up" and say why

# a jump on the year is explained
observations.csv: 112.125 → 165.125
  observations.csv:17:23: +65% on the year before (100): correct the figure if it is wrong; if it is printed so, write in the note: up 65% on the year, as published
observations.csv: 112.125,revised,2024-03-18,sbp, → 165.125,revised,2024-03-18,sbp,x
  observations.csv:17:23: +65% on the year before (100): correct the figure if it is wrong; if it is printed so, write in the note: up 65% on the year, as published
observations.csv: 112.125,revised,2024-03-18,sbp, → 165.125,revised,2024-03-18,sbp,"down 65% on the year, as published"
  observations.csv:17:23: +65% on the year before (100): correct the figure if it is wrong; if it is printed so, write in the note: up 65% on the year, as published
observations.csv: 112.125,revised,2024-03-18,sbp, → 265.125,revised,2024-03-18,sbp,"up 65% on the year, as published"
  observations.csv:17:23: +165% on the year before (100): correct the figure if it is wrong; if it is printed so, write in the note: up 165% on the year, as published
observations.csv: 112.125 → 35
  observations.csv:17:23: -65% on the year before (100): correct the figure if it is wrong; if it is printed so, write in the note: down 65% on the year, as published

# a total is what its months add up to
observations.csv: 213.5,revised,2023-10-25,dawn, → 216,revised,2023-10-25,dawn,as seen
  observations.csv:9:23: the total is 216, and its months come to 213: correct the wrong figure; if it is printed so, write in the note: 3 above its months, as published
observations.csv: 213.5,revised,2023-10-25,dawn, → 99.5,revised,2023-10-25,dawn,
  observations.csv:9:23: the total is 99.5, and its months come to 213: correct the wrong figure; if it is printed so, write in the note: 113.5 below its months, as published
  observations.csv:9:23: 2023-07 alone was 106, and more months cannot be less: correct one of the two

# all services are more than these
observations.csv: 700,final → 101,final
  observations.csv:17:23: all services are 101, and those of them that stand here come to 112.125: correct the wrong figure
  observations.csv:26:30: all services are 101, and those of them that stand here come to 112: correct the wrong figure

# a fiscal year only grows
observations.csv: 213.5,revised → 321.5,revised
  observations.csv:9:23: the total is 321.5, and its months come to 213: correct the wrong figure; if it is printed so, write in the note: 108.5 above its months, as published
  observations.csv:10:23: July to 2023-08 came to more already (321.5 in line 9), and the total of a fiscal year cannot fall: correct one of them

# a month of the record is not missing
observations.csv: total,2024-01,2024-01,112,provisional,2024-02-20,sbp,⏎total,2024-01,2024-01,112.125,revised,2024-03-18,sbp,⏎ → 
  observations.csv:16:7: the total has no figure for 2024-01, and the months before it run unbroken: put its row back, or add it

# every month has its working days
working_days.csv: 2023-04,20,2,18 → 2023-04,20,x,18
  working_days.csv:5:12: "x" is not a number of days: write a whole number
working_days.csv: 2023-03,23,1,22 → 2023-03,24,1,23
  working_days.csv:4:9: no month has 24 days from Monday to Friday, but 20 to 23: count them again
working_days.csv: 2023-04,20,2,18 → 2023-04,20,2,17
  working_days.csv:5:14: weekdays less holidays are 18: correct whichever of the three is wrong
working_days.csv: 2023-04,20,2,18,21 Eid al-Fitr; 24 Eid al-Fitr⏎ → 
  working_days.csv:5:1: 2023-04 is expected here: give each month one row, in order, leaving none out
working_days.csv: 2023-01,22,0,22,⏎ → 
  working_days.csv:2:1: the total has a figure for 2023-01, which has no working days here: add a row for every month up to it
working_days.csv: 2024-02,21,1,20,05 Kashmir Solidarity Day⏎ → 
  working_days.csv:14:1: the total has a figure for 2024-02, which has no working days here: add a row for every month up to it

# countries and years have a form
countries.csv: NPL,country → Nepal,country
  countries.csv:3:1: "Nepal" is not the code of a country: write its three ISO letters, such as PAK
  peers.csv:4:1: unknown country "NPL": correct it, or add it to countries.csv first
countries.csv: WLD,world → WLD,planet
  countries.csv:4:5: "planet" is not known here: write one of country, world
countries.csv: WLD, → PAK,
  countries.csv:4:1: iso3 "PAK" stands in line 2 already: change one of the two or delete it
countries.csv: 2022 → FY22
  countries.csv:3:25: "FY22" is not a year: write four digits, such as 2023
countries.csv: A break,سلسلہ ٹوٹتا ہے → A break,
  countries.csv:3:38: note_ur is empty: give every text in English (_en) and in Urdu (_ur)

# a peer has one figure for a year, in plain digits
peers.csv: PAK,2023,exports,2718000000 → VNM,2023,exports,2718000000
  peers.csv:3:1: unknown country "VNM": correct it, or add it to countries.csv first
peers.csv: PAK,2022,exports → PAK,22,exports
  peers.csv:2:5: "22" is not a year: write four digits, such as 2023
peers.csv: PAK,2022,exports → PAK,2022,imports
  peers.csv:2:10: "imports" is not known here: write one of exports, population, gdp
peers.csv: 2650000000 → 2.65e9
  peers.csv:2:18: "2.65e9" is not a number: write plain digits and at most one point, such as 27.4
peers.csv: 338368455673.4 → -338368455673.4
  peers.csv:6:14: -338368455673.4 is negative, which nothing here can be: check the sign
peers.csv: 247504495 → 
  peers.csv:5:21: value is empty: fill it in
peers.csv: PAK,2022 → PAK,2023
  peers.csv:3:1: line 2 has a figure for the same indicator, country and year already: keep one of the two
peers.csv: PAK,2022 → PAK,2024
  peers.csv:3:1: the row belongs above line 2: sort by indicator, country and year
peers.csv: 2650000000,wdi → 2650000000,wid
  peers.csv:2:29: unknown source "wid": did you mean wdi? Otherwise add it to sources.csv first

# a driver names what it bears on
drivers.csv: freelancers,driver → freelancers,cause
  drivers.csv:2:13: "cause" is not known here: write one of driver, obstacle
drivers.csv: Sources differ.,ذرائع متفق نہیں۔ → Sources differ.,
  drivers.csv:3:44: sentence_ur is empty: give every text in English (_en) and in Urdu (_ur)
drivers.csv: computer.freelance → computer.freelace
  drivers.csv:2:75: unknown sector "computer.freelace": did you mean computer.freelance? Otherwise add it to sectors.csv first
drivers.csv: 2023-11 → 2023-11 2023-12
  drivers.csv:2:109: unknown event "2023-12": did you mean 2023-11? Otherwise add it to events.csv first
drivers.csv: skills,obstacle → freelancers,obstacle
  drivers.csv:3:1: code "freelancers" stands in line 2 already: change one of the two or delete it
  indicators.csv:5:1: unknown driver "skills": correct it, or add it to drivers.csv first
  indicators.csv:6:1: unknown driver "skills": correct it, or add it to drivers.csv first

# an indicator is one thing, measured in one unit
indicators.csv: skills,graduates,Graduates,گریجویٹ,count,2023,75000 → skils,graduates,Graduates,گریجویٹ,count,2023,75000
  indicators.csv:5:1: unknown driver "skils": did you mean skills? Otherwise add it to drivers.csv first
indicators.csv: count,2023,75000 → heads,2023,75000
  indicators.csv:5:36: "heads" is not known here: write one of count, million, percent, rank, usd_million, usd_billion, pkr_billion, mbps, tbps, petabytes, hours
indicators.csv: count,2023,72952 → million,2023,72952
  indicators.csv:6:36: the code is that of line 5, but unit is another: make them equal, or choose another code
indicators.csv: FY22 → 2021-22
  indicators.csv:2:51: "2021-22" is not a period: write 2023-10, 2023-07..2023-10, FY24 for a fiscal year, or 2023 for a calendar year
  indicators.csv:3:75: no other figure of this indicator is in this series: leave the cell empty, or correct the name
indicators.csv: 350.15 → -350.15
  indicators.csv:4:68: -350.15 is negative, which nothing here can be: check the sign
indicators.csv: 350.15,exact → 350.15,roughly
  indicators.csv:4:75: "roughly" is not known here: write one of exact, about, over, up_to
indicators.csv: 350.15,exact,official → 350.15,exact,guess
  indicators.csv:4:81: "guess" is not known here: write one of official, estimate, claim
indicators.csv: Rounded,پورا ہندسہ → ,پورا ہندسہ
  indicators.csv:3:85: note_en is empty: give every text in English (_en) and in Urdu (_ur)
indicators.csv: FY22 → FY24
  indicators.csv:3:51: the row belongs above line 2: sort by period
indicators.csv: skills,graduates,Graduates,گریجویٹ,count,2023,72952,exact,estimate,,dawn,Counted otherwise,الگ گنتی⏎ → freelancers,receipts,Receipts,وصولیاں,usd_million,FY24,350,about,official,,app,,⏎
  indicators.csv:6:13: the rows of "receipts" stand apart: move this one to below line 2

# figures that differ say what sets them apart, and a line joins what is alike
indicators.csv: Counted otherwise,الگ گنتی → ,
  indicators.csv:6:74: line 5 has another figure for the same period: say in a note what sets them apart, or keep one of the two
indicators.csv: FY23,400 → 2023,400
  indicators.csv:3:75: the period is not like that of line 2 (as long, from the same month on where it is longer than a quarter, and later), and a line joins a series: give one of the two another series, or none
indicators.csv: 2023-07..2024-03,350.15,exact,official, → 2023-07..2024-03,350.15,exact,official,bank
  indicators.csv:4:90: the period is not like that of line 3 (as long, from the same month on where it is longer than a quarter, and later), and a line joins a series: give one of the two another series, or none
indicators.csv: 350.15,exact,official, → 350.15,exact,official,ministry
  indicators.csv:4:90: no other figure of this indicator is in this series: leave the cell empty, or correct the name

# a target is announced before its year is over
targets.csv: FY23 → FY22
  targets.csv:2:47: the target was announced after its period, which ends in 2022-06: correct the period or the date, or say in a note why
targets.csv: FY23 → June 2023
  targets.csv:2:47: "June 2023" is not a period: write 2023-10, 2023-07..2023-10, FY24 for a fiscal year, or 2023 for a calendar year
targets.csv: 10000 → 10,000
  targets.csv:3:1: the row has 12 cells where 11 are expected: put quotation marks around a cell that has a comma in it, or delete what is too much
targets.csv: 2022-08-24 → 24 August
  targets.csv:2:6: "24 August" is not a date: write 2023-11-20, or 2023-11 where the page shows no day (set the column to text, or spreadsheets rewrite it)
targets.csv: freelance → gaming
  targets.csv:3:36: "gaming" is not known here: write one of ict, freelance
targets.csv: ambition → hope
  targets.csv:3:27: "hope" is not known here: write one of target, ambition
targets.csv: ten,2024 → five,2024
  targets.csv:3:1: id "five" stands in line 2 already: change one of the two or delete it
targets.csv: 2024-12 → 2022-07
  targets.csv:3:1: the row belongs above line 2: sort by announced

# an event has a day of its own
events.csv: 2023-11 → 2023-05-09
  drivers.csv:2:109: unknown event "2023-11": correct it, or add it to events.csv first
  events.csv:3:1: date "2023-05-09" stands in line 2 already: change one of the two or delete it
events.csv: 2023-05-09 → 2024-05-09
  events.csv:3:1: the row belongs above line 2: sort by date

# a price of a month is above zero, stands in order and once, and does not jump
prices.csv: pkr_per_usd,2022-07 → pkr,2022-07
  prices.csv:2:1: "pkr" is not known here: write one of pkr_per_usd, us_cpi
prices.csv: us_cpi,2022-08 → us_cpi,Aug-22
  prices.csv:6:8: "Aug-22" is not a month: write the year, a hyphen and two digits, such as 2023-10 (set the column to text, or spreadsheets rewrite it)
prices.csv: 220.89,sbp → 220.89,sbb
  prices.csv:3:28: unknown source "sbb": did you mean sbp? Otherwise add it to sources.csv first
prices.csv: pkr_per_usd,2022-10 → pkr_per_usd,2022-06
  prices.csv:4:1: the row belongs above line 3: sort by series and month
prices.csv: us_cpi,2022-08 → us_cpi,2022-07
  prices.csv:6:1: line 5 has a figure for the same series and month already: keep one of the two
prices.csv: 219.44 → 0.0
  prices.csv:2:21: 0.0 is no price: write a number above zero with at most three decimals, such as 278.34
prices.csv: 296.171 → 296.1712
  prices.csv:6:16: 296.1712 is no price: write a number above zero with at most three decimals, such as 278.34
prices.csv: 219.44 → -219.44
  prices.csv:2:21: -219.44 is negative, which nothing here can be: check the sign
prices.csv: 219.44 → Rs 219.44
  prices.csv:2:21: "Rs 219.44" is not a number: write plain digits and at most one point, such as 27.4
prices.csv: 220.89 → 22.089
  prices.csv:3:21: -89.9% on 2022-07: correct the value if it is wrong; if it is right, say so in the note
  prices.csv:4:21: +898.6% on 2022-08: correct the value if it is wrong; if it is right, say so in the note
prices.csv: 296.171 → 269.171
  prices.csv:6:16: -9.1% on 2022-07: correct the value if it is wrong; if it is right, say so in the note

# the description agrees with the files
datapackage.json: "peers.csv" → "players.csv"
  datapackage.json:2:3: peers.csv is not in the list of files: put its entry back
  datapackage.json:23:14: there is no file "players.csv": put it back, or take it out of the list
datapackage.json: "rows": 20 → "rows": 23
  observations.csv:1:1: the file has lost history, 22 of 23 rows published up to 2024-02-29 being left: put the others back, since figures are added and never taken away
datapackage.json: 2024-02-29 → 2024-02-30
  datapackage.json:6:27: "2024-02-30" is not a date: write 2023-11-20, or 2023-11 where the page shows no day (set the column to text, or spreadsheets rewrite it)
datapackage.json: ,⏎     "history": {"until": "2024-02-29", "rows": 20} → 
  datapackage.json:3:14: the entry of observations.csv does not say how many rows there were: put its "history" back
datapackage.json: {"name": "title"},  → 
  datapackage.json:8:36: field 4 in the list is url where the program reads title: put the list back as it was
datapackage.json: rates.csv → rates_2024.csv
  datapackage.json:18:14: there is no file "rates_2024.csv": put it back, or take it out of the list
datapackage.json: "sources.csv" → "events.csv"
  datapackage.json:2:3: sources.csv is not in the list of files: put its entry back
  datapackage.json:7:59: field 1 in the list is id where the program reads date: put the list back as it was
datapackage.json: "path": "rates.csv",  → 
  datapackage.json:19:27: the description cannot be read (missing field `path`): undo the last change here
datapackage.json: وسیع ہو سکتا ہے۔"}⏎  }⏎} → "}⏎  }⏎
  datapackage.json:57:1: the description cannot be read (EOF while parsing an object): undo the last change here

# what the figures are of
datapackage.json: "record": { → "records": {
  datapackage.json:1:1: nothing says what the figures are of: put "record" back, with title, unit and the rest
datapackage.json: "first_month": 7 → "first_month": 3
  datapackage.json:44:21: a year here begins with a quarter: write 1, 4, 7 or 10 (January, April, July, October)
datapackage.json: "code": "usd" → "code": "US$"
  datapackage.json:42:14: the unit's code goes into names of columns: write small letters, such as usd
datapackage.json: "whose": "Pakistan's",  → 
  datapackage.json:41:86: the description cannot be read (missing field `whose`): undo the last change here
datapackage.json: computer.other", "en": "the rest" → computer.others", "en": "the rest"
  datapackage.json:51:26: unknown sector "computer.others": correct it, or add it to sectors.csv first
datapackage.json: ,⏎    "peers": {"goods": {"en": "services", "ur": "خدمات"}, "subject": {"en": "exports", "ur": "برآمدات"},⏎      "beside": ["IND"], "note": {"en": "", "ur": ""}} → 
  datapackage.json:37:3: peers.csv compares countries, and nothing says by what: put "peers" back
datapackage.json: ,⏎    "scope": {"en": "Announcements may mean more.", "ur": "اعلانات کا مطلب وسیع ہو سکتا ہے۔"} → 
  datapackage.json:37:3: targets.csv has what was announced, and nothing says how that differs from the figures: put "scope" back
"#;

#[test]
fn each_rule_refuses_its_own_mistake() {
    let mut lines = CASES.lines().filter(|it| !it.is_empty() && !it.starts_with('#')).peekable();
    while let Some(case) = lines.next() {
        let (file, change) = case.split_once(": ").unwrap();
        let (from, to) = change.split_once(" → ").unwrap();
        let expected = std::iter::from_fn(|| lines.next_if(|it| it.starts_with("  ")));
        let expected: Vec<&str> = expected.map(str::trim_start).collect();
        assert!(!expected.is_empty(), "{case}");
        let copy = Copy::new();
        let written = |it: &str| it.replace('⏎', "\n").replace('⌷', "\u{200b}");
        copy.change(file, &written(from), &written(to));
        assert_eq!(copy.problems(), expected, "{case}");
    }
}

#[track_caller]
fn check_accepts(file: &str, from: &str, to: &str) {
    let copy = Copy::new();
    copy.change(file, from, to);
    assert_eq!(copy.problems(), [""; 0]);
}

#[test]
fn a_note_explains_what_is_unusual() {
    let file = "observations.csv";
    check_accepts(
        file,
        "112.125,revised,2024-03-18,sbp,",
        "165,revised,2024-03-18,sbp,\"seen twice; up 65% on the year, as published\"",
    );
    check_accepts(
        file,
        "112,provisional,2024-02-20,sbp,",
        "120,provisional,2024-02-20,sbp,parts do not add up: rounded",
    );
    check_accepts(
        file,
        "45,final,2024-03-18,dawn,",
        "82,final,2024-03-18,dawn,\"more than its whole, as published\"",
    );
    check_accepts(file, "321 minus 213.5", "210 / 2 x 1.0238; growth as printed");
    let file = "prices.csv";
    check_accepts(file, "2022-10,220.57,sbp,", "2022-10,300,sbp,floated that month");
}

#[test]
fn files_saved_by_spreadsheets_are_read() {
    let copy = Copy::new();
    let crlf = OBSERVATIONS.replace('\n', "\r\n");
    copy.write("observations.csv", format!("\u{feff}{crlf}\r\n").as_bytes());
    let quoted = WORKING_DAYS.replace("2023-01,22", "\"2023-01\",\"22\"");
    copy.write("working_days.csv", quoted.trim_end().as_bytes());
    copy.write("datapackage.json", format!("\u{feff}{DESCRIPTION}").as_bytes());
    assert_eq!(copy.problems(), [""; 0]);

    copy.write("observations.csv", crlf.replace("100,final", "100,finl").as_bytes());
    let word = "\"finl\" is not known here: write one of final, revised, derived, provisional";
    assert_eq!(copy.problems(), [format!("observations.csv:2:27: {word}")]);
    copy.write(
        "observations.csv",
        OBSERVATIONS.replace('\n', "\r").replace("100,f", "100,").as_bytes(),
    );
    let word = word.replace("finl", "inal");
    assert_eq!(copy.problems(), [format!("observations.csv:2:27: {word}")]);
}

#[test]
fn every_file_is_there_and_can_be_read() {
    let missing = "the file is missing: put it back under exactly this name";
    for (file, _) in FILES.into_iter().filter(|(file, _)| *file != "rates.csv") {
        let copy = Copy::new();
        fs::remove_file(copy.0.join(file)).unwrap();
        assert_eq!(copy.problems(), [format!("{file}:1:1: {missing}")]);
    }
    for (file, text) in FILES.into_iter().filter(|(file, _)| *file != "rates.csv") {
        if let Some((header, _)) = text.split_once('\n').filter(|_| file.ends_with(".csv")) {
            let copy = Copy::new();
            copy.write(file, header.as_bytes());
            let problem = "no row follows the header: put the rows back";
            assert_eq!(copy.problems(), [format!("{file}:1:1: {problem}")]);
        }
    }
    let copy = Copy::new();
    fs::remove_file(copy.0.join("events.csv")).unwrap();
    fs::create_dir(copy.0.join("events.csv")).unwrap();
    let problems = copy.problems().concat();
    assert!(problems.starts_with("events.csv:1:1: the file cannot be read ("), "{problems}");
}

#[test]
fn text_is_utf8() {
    let copy = Copy::new();
    let mut latin: Vec<u8> = SOURCES.replace("APP,,", "APP,x,").into();
    let place = latin.windows(3).position(|it| it == b",x,").unwrap();
    latin[place + 1] = 0xe9;
    copy.write("sources.csv", &latin);
    let rule = "from here on the text is not UTF-8: save the file again as \"CSV UTF-8\" \
                (character set Unicode, UTF-8)";
    assert_eq!(copy.problems(), [format!("sources.csv:4:20: {rule}")]);
}

#[test]
fn there_is_room_for_32_sectors() {
    let copy = Copy::new();
    let more: String = (10..=40).map(|it| format!("s{it},,,E,ا,E,ا,,,\n")).collect();
    copy.write("sectors.csv", format!("{SECTORS}{more}").as_bytes());
    let rule = "this row is one more than the 32 the program has room for: delete some, or ask a \
                developer to make room";
    assert_eq!(copy.problems(), [format!("sectors.csv:34:1: {rule}")]);
}

#[test]
fn all_problems_are_reported_together_in_order() {
    let copy = Copy::new();
    copy.change("observations.csv", "113,provisional", "-113,preliminary");
    copy.change("observations.csv", "total,2023-04,", "totl,April 2023,");
    copy.change("working_days.csv", "2023-03,23", "2023-03,24");
    copy.change("sources.csv", "2,inferred", "2,");
    let problems = copy.problems();
    let places: Vec<&str> = problems.iter().map(|it| it.split(": ").next().unwrap()).collect();
    let expected = [
        "observations.csv:5:1",
        "observations.csv:5:6",
        "observations.csv:18:23",
        "observations.csv:18:28",
        "sources.csv:4:42",
        "working_days.csv:4:9",
        "working_days.csv:4:14",
    ];
    assert_eq!(places, expected);
}

#[test]
fn prices_of_dollars_need_a_record_in_dollars() {
    let copy = Copy::new();
    let terms = Terms { value_column: "value_tonnes_million", unit: "tonnes", ..TERMS };
    let problems = package::open(&copy.0, &terms).map_or_else(|it| it, |it| it.warnings);
    let of_prices: Vec<String> = problems
        .iter()
        .filter(|it| it.place.file.ends_with("prices.csv"))
        .map(|it| it.rule.to_string())
        .collect();
    let rule = "what dollars are worth says nothing of a record in tonnes: delete the file, and its entry in \
                datapackage.json";
    assert_eq!(of_prices, [rule]);
}

#[test]
fn the_real_package_keeps_every_rule() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data");
    let problems = package::open(&folder, &TERMS).map_or_else(|it| it, |it| it.warnings);
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, [""; 0]);
}

#[test]
fn the_command_says_what_it_found() {
    let copy = Copy::new();
    let folder = copy.0.to_str().unwrap();
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_dataset")).args(arguments).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let fine = "25 figures, 8 months, latest February 2024: no problems";
    assert_eq!(run(&["check", folder]), (Some(0), format!("{folder}: {fine}\n")));

    // A source whose figures are still to come harms nobody.
    copy.write(
        "sources.csv",
        format!("{SOURCES}new,SBP,SBP,,https://sbp.example/2,shown\n").as_bytes(),
    );
    let unused = "sources.csv:7:1: no row of any file names this source: delete it, or add what was \
                  read there";
    let expected = format!("worth a look: {folder}/{unused}\n{folder}: {fine}\n");
    assert_eq!(run(&["check", folder]), (Some(0), expected));
    assert!(package::read(&copy.0, &TERMS).is_ok());
    copy.write("sources.csv", SOURCES.as_bytes());

    copy.change("sources.csv", "2,inferred", "2,");
    let problem = "sources.csv:4:42: dated is empty: fill it in";
    let expected = format!("{folder}/{problem}\n{folder}: 1 problem\n");
    assert_eq!(run(&["check", folder]), (Some(1), expected));

    assert_eq!(run(&["--help"]).0, Some(0));
    for wrong in [&[][..], &["chek"], &["check", "a", "b"], &["check", "--fix"], &["check", "none"]]
    {
        assert_eq!(run(wrong), (Some(2), String::new()), "{wrong:?}");
    }
}

/// Reads a package without a panic; what is accepted survives being carried by the program.
fn read_anything(copy: &Copy) -> Result<(), TestCaseError> {
    match package::read(&copy.0, &TERMS) {
        Ok((dataset, sources, context)) => {
            let bytes = dataset.encode().unwrap();
            prop_assert_eq!(Dataset::decode(&bytes).unwrap(), dataset);
            let bytes = context.encode(Texts::Both).unwrap();
            prop_assert_eq!(Context::decode(&bytes).unwrap(), context);
            prop_assert_eq!(Sources::from_text(&sources.to_text()), sources);
        }
        Err(problems) => {
            prop_assert!(!problems.is_empty());
            for Problem { place, rule } in &problems {
                prop_assert!(place.line > 0 && place.column > 0);
                prop_assert!(!rule.to_string().contains(['\n', '\r']), "{rule}");
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(
        file in 0..FILES.len(),
        from in any::<prop::sample::Index>(),
        length in 0..40usize,
        bytes in prop::collection::vec(prop_oneof![any::<u8>(), Just(b','), Just(b'"'), Just(b'\n')], 0..40),
    ) {
        let (file, text) = FILES[file];
        let mut text = text.as_bytes().to_vec();
        let from = from.index(text.len());
        let to = text.len().min(from + length);
        text.splice(from..to, bytes);
        let copy = Copy::new();
        copy.write(file, &text);
        read_anything(&copy)?;
    }

    #[test]
    fn any_cell_is_read_or_refused(
        file in 0..FILES.len() - 1,
        line in any::<prop::sample::Index>(),
        cell in any::<prop::sample::Index>(),
        text in prop_oneof![
            "\\PC*",
            "-?[0-9]{0,25}\\.?[0-9]{0,5}",
            "[0-9]{4}-[0-9]{2}(-[0-9]{2})?",
            "[0-9.]{1,5} (minus|plus|x|/) [0-9.]{1,20}",
            "total|computer|computer\\.bundle|telecom|sbp|dawn|app|derived|9\\.2\\.4\\+9|",
        ],
    ) {
        let (file, rows) = FILES[file];
        let mut rows: Vec<String> = rows.lines().map(str::to_owned).collect();
        let line = line.index(rows.len());
        let mut cells: Vec<&str> = rows[line].split(',').collect();
        let cell = cell.index(cells.len());
        cells[cell] = &text;
        rows[line] = cells.join(",");
        let copy = Copy::new();
        copy.write(file, rows.join("\n").as_bytes());
        read_anything(&copy)?;
    }
}
