@bad-input
Feature: Bad users
  As a developer of a client
  I want a bad user refused with the place that is wrong and with what to do,
  so that I mend my request at the first try.

  Rule: A user that is not as it should be is not stored

    Scenario Outline: An email <that is wrong>
      When POST /users is sent with the body {"name": "⟨scenario⟩", "email": <email>}
      Then the answer is the problem 400
      And the problem says what to do about "/email"
      And nothing was stored

      Examples: Of another type
        | that is wrong | email                 |
        | null          | null                  |
        | a number      | 7                     |
        | a boolean     | true                  |
        | an array      | ["ada@example.com"]   |
        | an object     | {"S": "ada@example.com"} |

      Examples: Incomplete
        | that is wrong          | email           |
        | empty                  | ""              |
        | of blanks              | "   "           |
        | without an at sign     | "ada-⟨scenario⟩" |
        | without a mailbox      | "@example.com"  |
        | without a host         | "ada-⟨scenario⟩@" |
        | with a host of one label | "ada@⟨scenario⟩" |

      Examples: Malformed mailbox
        | that is wrong             | email                       |
        | with a blank              | "ada lovelace@example.com"  |
        | with two at signs         | "ada@lovelace@example.com"  |
        | beginning with a dot      | ".ada@example.com"          |
        | with a dot before the at  | "ada.@⟨scenario⟩.example.org" |
        | with two dots in a row    | "ada..l@example.com"        |
        | in quotes                 | "\\"ada\\"@example.com"     |
        | with a comment            | "ada(l)@example.com"        |
        | with a name around it     | "Ada <ada@example.com>"     |
        | with an umlaut            | "adä@example.com"           |
        | with a NUL                | "ada\u0000@example.com"     |
        | with a line break         | "ada\\n@example.com"        |
        | with a mailbox of 65      | "⟨mailbox of 65⟩@example.com" |

      Examples: Malformed host
        | that is wrong               | email                        |
        | with an empty label         | "ada-⟨scenario⟩@example..com" |
        | with a dot at the end       | "ada-⟨scenario⟩@example.com." |
        | with a label that begins with a hyphen | "ada@-⟨scenario⟩.com" |
        | with a label that ends with a hyphen   | "ada@⟨scenario⟩-.com" |
        | with an underscore in the host | "ada@⟨scenario⟩_.com"     |
        | with an address in brackets | "ada-⟨scenario⟩@[127.0.0.1]" |
        | with a label of 64          | "ada@⟨mailbox of 64⟩.com"    |
        | of 255 characters           | "ada@⟨scenario⟩.⟨abcdefghi.×24⟩com" |
        | with blanks around it       | " ada@example.com "          |
        | with an IPv4 address        | "ada-⟨scenario⟩@127.0.0.1"   |
        | with a top-level domain of digits | "ada@⟨scenario⟩.123"   |
        | with an umlaut in the host  | "ada@⟨scenario⟩.exämple"     |

    Example: No email at all
      When POST /users is sent with the body {"name": "⟨scenario⟩"}
      Then the answer is the problem 400
      And the problem says what to do about "/email"
      And nothing was stored

    Scenario Outline: A member <that is wrong>
      When POST /users is sent with the body {"email": "ada@example.com", <member>}
      Then the answer is the problem 400
      And the problem says what to do about "<place>"
      And nothing was stored

      Examples: What the service sets itself
        | that is wrong | member              | place       |
        | char          | "char": "a"         | /char       |
        | created_at    | "created_at": "1"   | /created_at |
        | human_date    | "human_date": null  | /human_date |
        | updated_at    | "updated_at": "1.5" | /updated_at |
        | version       | "version": 1        | /version    |

      Examples: Numbers that DynamoDB can't keep
        | that is wrong          | member                                         | place  |
        | of 39 digits           | "n": 123456789012345678901234567890123456789   | /n     |
        | too large              | "n": 1e126                                     | /n     |
        | too small              | "n": -1e-131                                   | /n     |
        | far too large          | "n": 1e999999999                               | /n     |
        | too large, nested      | "n": {"m": [0, 1e400]}                         | /n/m/1 |
        | of 100,000 digits      | "n": ⟨9×100000⟩                                | /n     |

      Examples: Texts that are none
        | that is wrong                      | member                | place |
        | with a lone high surrogate         | "s": "a\ud800b"       | /s    |
        | with a lone low surrogate          | "s": "\udc00"         | /s    |
        | with surrogates in the wrong order | "s": "\udc00\ud800"   | /s    |

      Examples: Too deep, or without a name
        | that is wrong        | member                       | place |
        | of 32 arrays         | "d": ⟨[×32⟩⟨]×32⟩            | *     |
        | of 32 objects        | "d": ⟨{"a":×31⟩{}⟨}×31⟩      | *     |
        | without a name       | "": 1                        | /     |
        | with a name of 1,025 bytes | "⟨x×1025⟩": 1          | /⟨x×1025⟩ |
        | with a nested name of 50,001 bytes | "o": {"⟨é×25000⟩x": 1} | /o |

      Examples: Given twice
        | that is wrong   | member                       | place    |
        | on the top      | "a": 1, "a": 2               | *        |
        | nested          | "a": {"b": 1, "b": 1}        | *        |
        | the email       | "email": "bob@example.com"   | *        |

  Rule: A body that is not a JSON object is not read any further

    Scenario Outline: A body <that is wrong>
      When POST /users is sent with the body <body>
      Then the answer is the problem 400
      And the problem says what to do
      And nothing was stored

      Examples: Broken
        | that is wrong              | body                                |
        | that ends too early        | {"email": "ada@example.com"         |
        | with a comma too many      | {"email": "ada@example.com",}       |
        | with names without quotes  | {email: "ada@example.com"}          |
        | with single quotes         | {'email': 'ada@example.com'}        |
        | with a comment             | {"email": "ada@example.com" /* */}  |
        | with something behind it   | {"email": "ada@example.com"} x      |
        | of two objects             | {"email": "ada@example.com"} {}     |
        | with a number like 01      | {"email": "ada@example.com", "n": 01} |
        | with a number like .5      | {"email": "ada@example.com", "n": .5} |
        | with a number like +1      | {"email": "ada@example.com", "n": +1} |
        | with a hexadecimal number  | {"email": "ada@example.com", "n": 0x1F} |
        | with an unknown escape     | {"email": "ada@example.com", "s": "\x"} |
        | with a tab within a text   | {"email": "ada@example.com", "s": "⟨09⟩"} |
        | with a NUL between members | {"email": "ada@example.com"⟨00⟩}    |

      Examples: Words that JSON does not have
        | that is wrong  | body                                       |
        | with NaN       | {"email": "ada@example.com", "n": NaN}       |
        | with Infinity  | {"email": "ada@example.com", "n": Infinity}  |
        | with -Infinity | {"email": "ada@example.com", "n": -Infinity} |
        | with undefined | {"email": "ada@example.com", "n": undefined} |
        | with True      | {"email": "ada@example.com", "b": True}      |

      Examples: Of another type
        | that is wrong | body                |
        | null          | null                |
        | a text        | "ada@example.com"   |
        | a number      | 42                  |
        | an array      | [{"email": "ada@example.com"}] |
        | empty         |                     |
        | of blanks     | ⟨20⟩⟨09⟩⟨20⟩        |

      Examples: Bytes that are not UTF-8
        | that is wrong             | body                                       |
        | with a lone byte          | {"email": "ada@example.com", "s": "⟨FF⟩"}    |
        | with a byte cut off       | {"email": "ada@example.com", "s": "⟨C3⟩"}    |
        | with an overlong encoding | {"email": "ada@example.com", "s": "⟨C0⟩⟨AF⟩"} |
        | with an encoded surrogate | {"email": "ada@example.com", "s": "⟨ED⟩⟨A0⟩⟨80⟩"} |

      Examples: Made to exhaust the parser
        | that is wrong             | body                                       |
        | of 100,000 open arrays    | ⟨[×100000⟩                                 |
        | of 100,000 open objects   | ⟨{"a":×100000⟩                             |
