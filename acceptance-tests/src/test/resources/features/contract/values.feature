Feature: Values come back as they went in
  As a developer of a client
  I want any JSON value kept as it is,
  so that I need not define fields ahead of time nor work around the store.

  Rule: A user's attribute may be any JSON value

    Scenario Outline: A user with <what>
      Given POST /users was sent with the body {"email": "ada@example.com", "value": <value>}
      When GET /users/ada@example.com is sent
      Then the answer is 200
      And /value of the answer is <value>

      Examples: Numbers
        | what                        | value                                     |
        | 38 digits                   | 12345678901234567890123456789012345678    |
        | 38 digits behind the point  | 0.12345678901234567890123456789012345678  |
        | 38 nines, negative          | -99999999999999999999999999999999999999   |
        | a number beyond a long      | 9223372036854775808                       |
        | a number beyond a double    | 9007199254740993                          |
        | the largest number          | 9.9999999999999999999999999999999999999E+125 |
        | the smallest number         | 1E-130                                    |
        | zero                        | 0                                         |
        | a tenth                     | 0.1                                       |

      Examples: Nothing and little
        | what              | value |
        | null              | null  |
        | false             | false |
        | an empty text     | ""    |
        | an empty array    | []    |
        | an empty object   | {}    |
        | nested nothing    | {"a": {"b": [null, {}, [], ""]}} |

      Examples: Texts
        | what                    | value                       |
        | an emoji                | "😀"                        |
        | an escaped emoji        | "\ud83d\ude00"              |
        | a NUL                   | "a\u0000b"                  |
        | quotes and backslashes  | "\\"\\\\/\\b\\f\\n\\r\\t"   |
        | right-to-left text      | "שלום"                      |
        | a combining accent      | "e\u0301"                   |
        | a number as text        | "007"                       |

      Examples: Arrays and objects
        | what                      | value                                   |
        | an array of all kinds     | [1, "a", true, null, {"b": [2.5]}]      |
        | an array that repeats     | [1, 1, "a", "a"]                        |
        | names that look like syntax | {"a.b": 1, "#c": 2, ":d": 3, "e[0]": 4, "f-g": 5} |
        | names of DynamoDB's types | {"S": "x", "N": "1", "M": {}, "NULL": true} |
        | a reserved word as name   | {"name": 1, "status": 2, "size": 3}     |

    Scenario Outline: An attribute called <name>
      Given POST /users was sent with the body {"email": "ada@example.com", "<name>": 1}
      When PATCH /users/ada@example.com is sent with the body {"<name>": 2}
      Then the answer is 200
      And /<pointer> of the answer is 2

      Examples: Words that DynamoDB reserves
        | name   | pointer |
        | name   | name    |
        | status | status  |
        | size   | size    |

      Examples: Characters that mean something in expressions
        | name     | pointer  |
        | a.b      | a.b      |
        | #n       | #n       |
        | :v       | :v       |
        | a[0]     | a[0]     |
        | a b      | a b      |
        | größe    | größe    |
        | a/b      | a~1b     |

  Rule: A merge patch merges objects, replaces the rest, and removes with null

    Scenario Outline: <what>
      Given POST /users was sent with the body {"email": "ada@example.com", "value": <before>}
      When PATCH /users/ada@example.com is sent with the body {"value": <patch>}
      Then the answer is 200
      And /value of the answer is <after>

      Examples: RFC 7396, appendix A
        | what                              | before              | patch              | after               |
        | a member is replaced              | {"a": "b"}          | {"a": "c"}         | {"a": "c"}          |
        | a member is added                 | {"a": "b"}          | {"b": "c"}         | {"a": "b", "b": "c"} |
        | the only member is removed        | {"a": "b"}          | {"a": null}        | {}                  |
        | one of two members is removed     | {"a": "b", "b": "c"} | {"a": null}       | {"b": "c"}          |
        | an array is replaced              | {"a": ["b"]}        | {"a": "c"}         | {"a": "c"}          |
        | an array replaces                 | {"a": "c"}          | {"a": ["b"]}       | {"a": ["b"]}        |
        | deep inside                       | {"a": {"b": "c"}}   | {"a": {"b": "d", "c": null}} | {"a": {"b": "d"}} |
        | an array of objects is replaced   | {"a": [{"b": "c"}]} | {"a": [1]}         | {"a": [1]}          |
        | an object replaces an array       | [1, 2]              | {"a": "b", "c": null} | {"a": "b"}       |
        | an object replaces a text         | "a"                 | {"a": {"bb": {"ccc": null}}} | {"a": {"bb": {}}} |
        | a null of before stays            | {"e": null}         | {"a": 1}           | {"e": null, "a": 1} |
        | an empty patch inside             | {"a": "b"}          | {}                 | {"a": "b"}          |
        | null removes what is not there    | {"a": "b"}          | {"c": null}        | {"a": "b"}          |
        | a null within an array is kept    | 1                   | [null]             | [null]              |

    Example: The media type of merge patches
      Given the user ada@example.com
      And the request has the header Content-Type: application/merge-patch+json
      When PATCH /users/ada@example.com is sent with the body {"city": "Tulsa"}
      Then the answer is 200
      And /city of the answer is "Tulsa"
