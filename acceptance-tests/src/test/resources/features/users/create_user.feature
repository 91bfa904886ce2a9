@article:create_user
Feature: Creating a user
  As the owner of an application
  I want each of its people kept once, under their email,
  so that anyone is found again by the one thing that they remember.

  The article's section: create_user; and that fields need not be defined ahead of time (Key Points).

  Rule: A new user is kept with what was given, and with when that was

    @smoke
    Example: Sam signs Ada up
      When Sam creates the user ada@example.com
      Then the user ada@example.com is shown
      And the user's initial is "a"
      And the user's version is 1
      And the user was created just now

    Example: Sam types Richard's email in capital letters
      When Sam creates the user RICHARD@EXAMPLE.COM
      Then the user richard@example.com is shown
      And the user's initial is "r"

    Example: Ada comes back after her user was deleted
      Given the user ada@example.com with:
        | city | London |
      And the user ada@example.com was deleted
      When Sam creates the user ada@example.com
      Then the user ada@example.com is shown
      And the user's version is 1
      And the user has no city

  Rule: An email belongs to one user only

    Example: Ada is signed up again
      Given the user ada@example.com with:
        | city | London |
      When Sam creates the user ada@example.com with:
        | city | Paris |
      Then this is refused because the email is taken
      And nothing was changed

    Example: Ada is signed up again in capital letters
      Given the user ada@example.com
      When Sam creates the user ADA@example.com
      Then this is refused because the email is taken
      And nothing was changed

    Example: Sam and Kim sign Ada up at the same moment
      When Sam and Kim create the user ada@example.com at the same moment
      Then exactly one of them succeeds
      And the other is refused because the email is taken
      And the user ada@example.com is kept once

  Rule: A user may have attributes that nobody defined beforehand

    Scenario Outline: Grace has <an attribute>
      When Sam creates the user grace@example.com with:
        | <attribute> | <value> |
      Then the user grace@example.com is shown with:
        | <attribute> | <value> |
      And the user grace@example.com is kept as shown

      Examples: Single values
        | an attribute                        | attribute        | value    |
        | a city                              | city             | Tulsa    |
        | an age                              | age              | 85       |
        | a balance                           | balance          | -1234.56 |
        | an answer                           | subscribed       | yes      |
        | no middle name                      | middle_name      | nothing  |
        | a city with an umlaut               | city             | Zürich   |
        | an attribute whose name has a blank | favourite colour | blue     |

      Examples: Values made of values
        | an attribute        | attribute        | value               |
        | languages           | languages        | [COBOL, FLOW-MATIC] |
        | an address          | address.zip      | 74101               |
        | a map in an address | address.map.grid | B4                  |

    Example: Users with different attributes live side by side
      Given the user ada@example.com with:
        | city | London |
      When Sam creates the user grace@example.com with:
        | languages | [COBOL, FLOW-MATIC] |
      Then the user grace@example.com is shown
      And the user has no city
      And the user ada@example.com is kept as shown

  Rule: Some things can only be set by the service

    Scenario Outline: Sam wants to set <what>
      When Sam creates the user ada@example.com with <what> "<value>"
      Then this is refused because <what> can only be set by the service
      And nothing was changed

      Examples: Set when a user is created
        | what                 | value                      |
        | the initial          | z                          |
        | the time of creation | 1566162573                 |
        | the date of creation | 2019-08-18 21:09:33.147595 |
        | the version          | 7                          |

      Examples: Set when a user is changed
        | what                        | value             |
        | the time of the last change | 1566162573.595367 |

  Rule: A user needs a valid email address

    Scenario Outline: Sam mistypes the email as "<email>"
      When Sam creates a user with the email "<email>"
      Then this is refused because that is not an email address
      And nothing was changed

      Examples: Everything is missing
        | email |
        |       |

      Examples: Something is missing
        | email        |
        | ada          |
        | ada@         |
        | @example.com |

      Examples: Something is too much
        | email                    |
        | ada@@example.com         |
        | ada lovelace@example.com |
        | ada..l@example.com       |

  Rule: A user has room for 400 KB

    Example: Sam pastes a whole book into the notes
      When Sam creates the user ada@example.com with 400 KB of notes
      Then this is refused because it is too large
      And nothing was changed
