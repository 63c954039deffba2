//! Text and attributes as HTML and XML.

/// Safe between tags and in attributes with double quotes, in HTML as in XML.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// `<name key="value" …>`, without an end.
pub fn tag(name: &str, attributes: &[(&str, &str)]) -> String {
    let attributes: Vec<String> =
        attributes.iter().map(|(key, value)| format!(" {key}=\"{}\"", escape(value))).collect();
    format!("<{name}{}>", attributes.concat())
}
