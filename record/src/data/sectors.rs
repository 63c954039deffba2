//! The tree of sub-sectors and sets of its leaves.

use std::ops::{BitAnd, BitOr, Sub};

use super::Bilingual;
use crate::calendar::{Month, Span};

/// A place in [`Sectors`], in tree order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectorId(pub u8);

impl SectorId {
    /// The root of the tree, first in `sectors.csv`.
    pub const TOTAL: SectorId = SectorId(0);
}

/// A heading under which exports are published.
#[derive(Clone, Debug, PartialEq)]
pub struct Sector {
    /// Stable, used in addresses and downloads: `computer.freelance`.
    pub code: String,
    /// `None` for the root and for headings outside the tree.
    pub parent: Option<SectorId>,
    /// Published code, such as `9.2.5`; codes joined by `+` where several headings are
    /// published as one.
    pub ebops: String,
    pub name: Bilingual,
    /// For labels in charts.
    pub short: Bilingual,
    /// First month in which the heading exists; `None` when it always did.
    pub since: Option<Month>,
    pub note: Bilingual,
}

/// All headings in tree order: each parent before its children, the root first.
#[derive(Clone, Debug, PartialEq)]
pub struct Sectors {
    headings: Vec<Sector>,
    /// Of each heading, worked out once: every query asks for them many times.
    leaves: Vec<SectorSet>,
}

/// The month from which a series no longer means what it meant before; none for most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeriesBreak(Option<Month>);

impl SeriesBreak {
    /// The break that keeps figures of two spans, the earlier first, from being compared or added up.
    pub fn between(self, base: Span, now: Span) -> Option<Month> {
        self.0.filter(|&it| base.start() < it && it <= now.end())
    }

    pub fn month(self) -> Option<Month> {
        self.0
    }

    /// Whether figures of both spans, the earlier first, mean the same.
    pub fn comparable(self, base: Span, now: Span) -> bool {
        self.between(base, now).is_none()
    }
}

impl Sectors {
    pub fn new(headings: Vec<Sector>) -> Sectors {
        let mut sectors = Sectors { headings, leaves: Vec::new() };
        sectors.leaves = sectors.ids().map(|id| sectors.find_leaves(id)).collect();
        sectors
    }

    pub fn get(&self, id: SectorId) -> &Sector {
        &self.headings[usize::from(id.0)]
    }

    pub fn ids(&self) -> impl DoubleEndedIterator<Item = SectorId> + use<> {
        (0..self.headings.len() as u8).map(SectorId)
    }

    pub fn by_code(&self, code: &str) -> Option<SectorId> {
        self.ids().find(|&id| self.get(id).code == code)
    }

    /// True for several headings published as one line, which is no node of the tree.
    pub fn is_bundle(&self, id: SectorId) -> bool {
        self.get(id).ebops.contains('+')
    }

    /// Children in published order, bundles left out.
    pub fn children(&self, parent: SectorId) -> impl Iterator<Item = SectorId> + '_ {
        self.ids().filter(move |&id| self.get(id).parent == Some(parent) && !self.is_bundle(id))
    }

    /// The children that existed throughout `span`.
    pub fn children_in(&self, parent: SectorId, span: Span) -> impl Iterator<Item = SectorId> + '_ {
        self.children(parent)
            .filter(move |&id| self.get(id).since.is_none_or(|since| since <= span.start()))
    }

    pub fn bundles(&self, parent: SectorId) -> impl Iterator<Item = SectorId> + '_ {
        self.ids().filter(move |&id| self.get(id).parent == Some(parent) && self.is_bundle(id))
    }

    pub fn is_leaf(&self, id: SectorId) -> bool {
        self.children(id).next().is_none()
    }

    /// Distance from the root.
    pub fn depth(&self, id: SectorId) -> usize {
        self.get(id).parent.map_or(0, |parent| 1 + self.depth(parent))
    }

    /// The branch directly under the root to which `id` belongs; `None` for the root and
    /// for headings outside the tree.
    pub fn branch(&self, id: SectorId) -> Option<SectorId> {
        match self.get(id).parent? {
            SectorId::TOTAL => Some(id),
            parent => self.branch(parent),
        }
    }

    /// Leaves under `id`; itself when it is one; those it bundles when it is a bundle.
    pub fn leaves(&self, id: SectorId) -> SectorSet {
        self.leaves[usize::from(id.0)]
    }

    fn find_leaves(&self, id: SectorId) -> SectorSet {
        if self.is_bundle(id) {
            let parts: Vec<&str> = self.get(id).ebops.split('+').collect();
            let bundled = |leaf: &SectorId| parts.contains(&self.get(*leaf).ebops.as_str());
            return self.ids().filter(bundled).map(SectorSet::from).collect();
        }
        if self.is_leaf(id) {
            return id.into();
        }
        self.children(id).map(|child| self.find_leaves(child)).collect()
    }

    /// Every leaf of the tree.
    pub fn all(&self) -> SectorSet {
        self.leaves(SectorId::TOTAL)
    }

    /// The sibling that held what is now `id`, when `id` is a newer heading: the
    /// *other* line of its parent. A series of one of the two breaks at `id`'s start.
    pub fn split_from(&self, id: SectorId) -> Option<SectorId> {
        let sector = self.get(id);
        sector.since?;
        self.children(sector.parent?).find(|&it| self.get(it).code.ends_with(".other"))
    }

    /// Where a series of `set` begins to mean something else than before, if it does.
    pub fn series_break(&self, set: SectorSet) -> SeriesBreak {
        let newer = self.ids().find(|&id| {
            let other = self.split_from(id);
            other.is_some_and(|other| set.contains(id.into()) != set.contains(other.into()))
        });
        SeriesBreak(newer.and_then(|it| self.get(it).since))
    }

    /// The newer heading at whose start the parts of `set` begin to be divided otherwise
    /// than before. Its note says how.
    pub fn newer_part(&self, set: SectorSet) -> Option<&Sector> {
        let newer = self.ids().find(|&id| {
            let other = self.split_from(id).map(SectorSet::from);
            other.is_some_and(|other| !((SectorSet::from(id) | other) & set).is_empty())
        })?;
        Some(self.get(newer))
    }

    /// The fewest nodes whose leaves are exactly `set`, in tree order.
    pub fn nodes(&self, set: SectorSet) -> Vec<SectorId> {
        let mut nodes = Vec::new();
        self.collect_nodes(SectorId::TOTAL, set, &mut nodes);
        nodes
    }

    fn collect_nodes(&self, node: SectorId, set: SectorSet, nodes: &mut Vec<SectorId>) {
        if set.contains(self.leaves(node)) {
            nodes.push(node);
            return;
        }
        for child in self.children(node) {
            self.collect_nodes(child, set, nodes);
        }
    }
}

/// A set of leaves of the tree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SectorSet(u32);

impl SectorSet {
    pub const EMPTY: SectorSet = SectorSet(0);

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Every leaf of `other` is here. True for the empty set.
    pub fn contains(self, other: SectorSet) -> bool {
        self.0 & other.0 == other.0
    }
}

impl From<SectorId> for SectorSet {
    fn from(leaf: SectorId) -> SectorSet {
        SectorSet(1 << leaf.0)
    }
}

impl FromIterator<SectorSet> for SectorSet {
    fn from_iter<I: IntoIterator<Item = SectorSet>>(sets: I) -> SectorSet {
        sets.into_iter().fold(SectorSet::EMPTY, BitOr::bitor)
    }
}

impl BitOr for SectorSet {
    type Output = SectorSet;

    fn bitor(self, other: SectorSet) -> SectorSet {
        SectorSet(self.0 | other.0)
    }
}

impl BitAnd for SectorSet {
    type Output = SectorSet;

    fn bitand(self, other: SectorSet) -> SectorSet {
        SectorSet(self.0 & other.0)
    }
}

impl Sub for SectorSet {
    type Output = SectorSet;

    fn sub(self, other: SectorSet) -> SectorSet {
        SectorSet(self.0 & !other.0)
    }
}
