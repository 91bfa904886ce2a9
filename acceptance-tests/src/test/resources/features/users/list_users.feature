@article:index @article:scan_all
Feature: Listing all users
  As someone who looks after users
  I want to go through all of them without missing one,
  so that a mailing reaches everybody once.

  The article's sections: index; and Caveats of Scan, whose loop goes on where one answer of DynamoDB (1 MB) ends.

  Rule: Every user is listed exactly once, page by page

    @smoke
    Example: Kim turns the pages to the end
      Given 7 users
      When Kim lists the users 3 at a time
      Then each of these users is listed exactly once
      And no page has more than 3 users
      And nothing was changed

    Example: Kim wants each page to have a single user
      Given 3 users
      When Kim lists the users 1 at a time
      Then each of these users is listed exactly once
      And no page has more than 1 user

    Example: Kim doesn't say how many at a time
      Given 3 users
      When Kim lists the users
      Then each of these users is listed exactly once

    Example: All that is kept is listed
      Given the user ada@example.com with:
        | city | London |
      When Kim lists the users
      Then the user ada@example.com is listed as it is kept

  Rule: Whoever is there from the first page to the last is listed exactly once

    Whoever is signed up or deleted in between may be listed or not, but never twice. A mailing that has to reach them, too,
    needs a second list.

    Example: Users sign up while Kim is reading
      Given 6 users
      And Kim has listed the first page of 2 users
      And 4 more users have signed up meanwhile
      When Kim lists the remaining pages
      Then each of the first 6 users is listed exactly once
      And nobody is listed twice

    Example: A listed user is deleted while Kim is reading
      Given 6 users
      And Kim has already seen one of these users
      And that user was deleted meanwhile
      When Kim lists the remaining pages
      Then each of the other users is listed exactly once
      And nobody is listed twice

  Rule: A page has 1 to 1,000 users

    Scenario Outline: Kim wants <how many> on a page
      When Kim lists the users <count> at a time
      Then this is refused because a page has 1 to 1,000 users

      Examples: Too few and too many
        | how many          | count |
        | no user           | 0     |
        | one user too many | 1001  |

  Rule: A bookmark leads on in its own list only

    Example: A letter of Kim's bookmark got lost
      Given 3 users
      And Kim has listed the first page of 1 user
      When Kim lists the page behind a bookmark that has lost a letter
      Then this is refused because the bookmark is not of this list

  Rule: More users than the data gives at once are listed too

    "In one go" lists what fits into one answer, which is 6 MB. If there are more, the list ends with a bookmark as usual.

    @big
    Example: Kim lists more than 1 MB in pages
      Given 24 users with 50 KB of notes each
      When Kim lists the users 1000 at a time
      Then each of these users is listed exactly once
      And it took more than one page

    @big
    Example: Kim lists more than 1 MB in one go
      Given 24 users with 50 KB of notes each
      When Kim lists all users in one go
      Then each of these users is listed exactly once
      And it took one page
