//! Who is answered, and what every answer forbids.

use super::Served;

#[test]
fn the_host_is_looked_at_before_anything_else() {
    let served = Served::plan(&["clinic.toml"]);
    let (port, token) = (served.port, served.token.as_str());
    for (host, status) in [
        (format!("127.0.0.1:{port}"), 200),
        (format!("localhost:{port}"), 200),
        (format!("[::1]:{port}"), 200),
        (format!("evil.example:{port}"), 421),
        (format!("127.0.0.1.evil.example:{port}"), 421),
        ("127.0.0.1:1".to_owned(), 421),
        ("localhost".to_owned(), 421),
    ] {
        let headers = [("Host", host.as_str()), ("Kanta-Token", token)];
        assert_eq!(
            served.send("GET /plan", &headers, "").status,
            status,
            "{host}"
        );
        if status != 200 {
            // Neither path nor method nor size tells anything there.
            for line in ["GET /", "GET /nothing", "DELETE /plan", "POST /check"] {
                assert_eq!(served.send(line, &headers, "x").status, status, "{line}");
            }
        }
    }
    assert_eq!(
        served.send("GET /", &[("Kanta-Token", token)], "").status,
        421
    );
    let host = served.host();
    let absolute = served.send("GET http://evil.example/", &[("Host", &host)], "");
    assert_eq!(absolute.status, 421);
    for (origin, status) in [
        (format!("http://{host}"), 200),
        ("http://evil.example".to_owned(), 403),
        ("null".to_owned(), 403),
    ] {
        let headers = [
            ("Host", host.as_str()),
            ("Kanta-Token", token),
            ("Origin", &origin),
        ];
        assert_eq!(
            served.send("GET /plan", &headers, "").status,
            status,
            "{origin}"
        );
    }
}

#[test]
fn without_the_token_nothing_is_told_of_the_plan() {
    let served = Served::plan(&["broken.toml"]);
    let host = served.host();
    let almost = format!("{}x", &served.token[..served.token.len() - 1]);
    let twice = format!("{0}, {0}", served.token);
    for token in [None, Some(""), Some(almost.as_str()), Some(twice.as_str())] {
        let mut headers = vec![("Host", host.as_str())];
        headers.extend(token.map(|token| ("Kanta-Token", token)));
        for line in ["GET /plan", "POST /check", "POST /report"] {
            let answer = served.send(line, &headers, "format = 1");
            assert_eq!(answer.status, 403, "{line} {token:?}");
            assert_eq!(answer.body, "403 Forbidden\n");
        }
        for line in [
            "GET /",
            "GET /kanta.js",
            "GET /kanta.css",
            "GET /words.json",
        ] {
            let answer = served.send(line, &headers, "");
            assert_eq!(answer.status, 200, "{line}");
            for secret in ["broken", "Esimerkki", &served.token] {
                assert!(!answer.body.contains(secret), "{line} tells {secret}");
            }
        }
    }
    // In the address it is no use: addresses are kept in logs and histories.
    let in_address = format!("GET /plan?token={}", served.token);
    assert_eq!(served.send(&in_address, &[("Host", &host)], "").status, 403);
}

#[test]
fn what_is_too_long_is_refused_whether_or_not_its_length_is_told() {
    let served = Served::plan(&["clinic.toml"]);
    let limit = 1 << 20;
    let comment = |length: usize| format!("#{}", "x".repeat(length - 1));
    assert_eq!(served.ask("POST /check", &comment(limit)).status, 200);
    assert_eq!(served.ask("POST /check", &comment(limit + 1)).status, 413);
    let head = |more: &str| {
        format!(
            "POST /check HTTP/1.1\r\nHost: {}\r\nKanta-Token: {}\r\nConnection: close\r\n{more}\r\n\r\n",
            served.host(),
            served.token
        )
    };
    let told = head("Content-Length: 99999999999");
    assert_eq!(served.raw(told.as_bytes()).status, 413);
    let mut untold = head("Transfer-Encoding: chunked").into_bytes();
    untold.extend(format!("{:x}\r\n{}\r\n0\r\n\r\n", limit + 1, comment(limit + 1)).bytes());
    assert_eq!(served.raw(&untold).status, 413);
    let long = format!("GET /?{} HTTP/1.1\r\n\r\n", "x".repeat(1 << 16));
    assert!(matches!(served.raw(long.as_bytes()).status, 414 | 431));
}

#[test]
fn each_address_takes_one_method_and_nobody_elsewhere_is_let_in() {
    let served = Served::plan(&["clinic.toml"]);
    for (line, allowed) in [
        ("POST /", "GET"),
        ("PUT /plan", "GET"),
        ("DELETE /plan", "GET"),
        ("GET /check", "POST"),
        ("OPTIONS /check", "POST"),
        ("GET /report", "POST"),
    ] {
        let answer = served.ask(line, "");
        assert_eq!(answer.status, 405, "{line}");
        assert_eq!(answer.header("allow"), Some(allowed), "{line}");
        let foreign = |name: &str| name.starts_with("access-control-");
        assert!(!answer.headers.iter().any(|(name, _)| foreign(name)));
    }
    for line in [
        "GET /nothing",
        "GET /../broken.toml",
        "GET //plan",
        "GET /plan/",
    ] {
        assert_eq!(served.ask(line, "").status, 404, "{line}");
    }
    for query in [
        "lang=de",
        "on=2025-13-01",
        "on",
        "plan=other.toml",
        "lang=fi&x=1",
    ] {
        let line = format!("POST /check?{query}");
        assert_eq!(served.ask(&line, "format = 1").status, 400, "{query}");
    }
}

#[test]
fn every_answer_forbids_all_but_its_own_script_and_style() {
    let served = Served::plan(&["broken.toml"]);
    for line in [
        "GET /",
        "GET /kanta.js",
        "GET /kanta.css",
        "GET /plan",
        "POST /check",
        "GET /nothing",
    ] {
        let answer = served.ask(line, "");
        let policy = answer.header("content-security-policy").unwrap();
        let parts: Vec<&str> = policy.split("; ").collect();
        for part in [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(parts.contains(&part), "{line}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert_eq!(
            answer.header("cross-origin-resource-policy"),
            Some("same-origin")
        );
    }
    let page = served.ask("GET /", "").body;
    let fragment = served.ask("POST /check", &served.text()).body;
    for part in [&page, &fragment] {
        for inline in [" style=", "<style", "<script>", " onclick", "javascript:"] {
            assert!(!part.contains(inline), "{inline}");
        }
    }
}
