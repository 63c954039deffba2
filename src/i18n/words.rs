//! Tables of words, in which the languages stand beside each other.

/// Declares the words of a subject: a struct `Words` with a field for each, and `words(lang)`, which gives those of
/// a language. An entry is a name and what it says in English and in Urdu; what lacks one does not compile.
///
/// ```ignore
/// words! {
///     /// A text; a comment says what the name does not.
///     close = "Close", "بند کریں";
///     /// A text into which something is put: a function, because the order of words differs.
///     on_base(base: &str) = "on {base}", "{base} کے مقابلے میں";
///     /// One that depends on what it is told.
///     prints(count: usize) => match count {
///         1 => "once", "ایک بار";
///         _ => "{count} times", "{count} بار";
///     }
///     /// Several texts.
///     columns: [&'static str; 2] => [
///         "Before", "پہلے";
///         "Now", "اب";
///     ]
/// }
/// ```
///
/// A function gives a `String` if nothing else is said, and then texts in quotation marks are filled in as `format!`
/// does it. Anything else may be written as Rust. The languages are two statics, of which only one is named in
/// a program for one language, so that the compiler leaves out the other: see [`Lang::spoken`](super::Lang::spoken).
macro_rules! words {
    ($(
        $(#[$comment:meta])*
        $name:ident $(($($argument:ident: $of:ty),*) $(-> $out:ty)?)? $(: $type:ty)?
        $(= $en:expr, $ur:expr;)?
        $(=> match $on:tt { $($case:pat $(if $guard:expr)? => $case_en:expr, $case_ur:expr;)+ })?
        $(=> [$($item_en:expr, $item_ur:expr;)+])?
    )+) => {
        pub struct Words {
            $($(#[$comment])* pub $name: words!(@type $([$type])? $(($($of),*) $($out)?)?),)+
        }

        pub fn words(lang: $crate::i18n::Lang) -> &'static Words {
            static EN: Words = Words { $($name: words!(
                @value $(($($argument),*) $([$out])?)? $(= $en)?
                $(match $on { $($case $(if $guard)? => $case_en;)+ })? $([$($item_en),+])?
            ),)+ };
            static UR: Words = Words { $($name: words!(
                @value $(($($argument),*) $([$out])?)? $(= $ur)?
                $(match $on { $($case $(if $guard)? => $case_ur;)+ })? $([$($item_ur),+])?
            ),)+ };
            match lang.spoken() {
                $crate::i18n::Lang::En => &EN,
                $crate::i18n::Lang::Ur => &UR,
            }
        }
    };
    (@type) => { &'static str };
    (@type [$type:ty]) => { $type };
    (@type ($($of:ty),*)) => { fn($($of),*) -> String };
    (@type ($($of:ty),*) $out:ty) => { fn($($of),*) -> $out };
    (@value = $text:expr) => { $text };
    (@value [$($item:expr),+]) => { [$($item),+] };
    (@value ($($argument:ident),*) = $text:expr) => { |$($argument),*| words!(@filled $text) };
    (@value ($($argument:ident),*) match $on:tt { $($case:pat $(if $guard:expr)? => $text:expr;)+ }) => {
        |$($argument),*| match $on { $($case $(if $guard)? => words!(@filled $text),)+ }
    };
    (@value ($($argument:ident),*) [$out:ty] match $on:tt { $($case:pat $(if $guard:expr)? => $text:expr;)+ }) => {
        |$($argument),*| match $on { $($case $(if $guard)? => $text,)+ }
    };
    (@filled $text:literal) => { format!($text) };
    (@filled $text:expr) => { $text };
}
